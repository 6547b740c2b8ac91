import { like } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { teamAliases, teams } from "../../schema";

/** The slugs that begin with `base`, those that are aliases by now among them. `base` holds a–z, 0–9 and hyphens only. */
export async function listSlugs(db: Executor, base: string): Promise<string[]> {
  const rows = await db
    .select({ slug: teams.slug })
    .from(teams)
    .where(like(teams.slug, `${base}%`));
  const aliases = await db
    .select({ slug: teamAliases.slug })
    .from(teamAliases)
    .where(like(teamAliases.slug, `${base}%`));
  return [...rows, ...aliases].map(({ slug }) => slug);
}
