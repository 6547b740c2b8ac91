import { and, eq, ne } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { teamAliases } from "../../schema";

/**
 * True when another team had that slug before. Ask it after the slug was written, in the same transaction: whoever gives the slug
 * up at this moment has then been waited for, by the unique index, and the alias can be seen.
 */
export async function isAliasOfAnother(db: Executor, teamId: string, slug: string): Promise<boolean> {
  const rows = await db
    .select({ teamId: teamAliases.teamId })
    .from(teamAliases)
    .where(and(eq(teamAliases.slug, slug), ne(teamAliases.teamId, teamId)));
  return rows.length > 0;
}
