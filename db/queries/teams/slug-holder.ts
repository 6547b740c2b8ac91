import { eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { teamAliases, teams } from "../../schema";

/** The condition that `teams` is the team of a slug, or of an alias: what a team was called once leads to it for ever. */
export function holdsSlug(slug: string | SQLWrapper): SQL {
  return eq(
    teams.id,
    sql`coalesce((select named.id from ${teams} named where named.slug = ${slug}), (select ${teamAliases.teamId} from ${teamAliases} where ${teamAliases.slug} = ${slug}))`,
  );
}
