import { eq, like, or } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { teams } from "../../schema";

/** The slugs that are `base` or begin with `base-`. `base` holds a–z, 0–9 and hyphens only. */
export async function listSlugs(db: Executor, base: string): Promise<string[]> {
  const rows = await db
    .select({ slug: teams.slug })
    .from(teams)
    .where(or(eq(teams.slug, base), like(teams.slug, `${base}-%`)));
  return rows.map(({ slug }) => slug);
}
