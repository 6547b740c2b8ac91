import { like } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { teams } from "../../schema";

/** The slugs that begin with `base`. `base` holds a–z, 0–9 and hyphens only. */
export async function listSlugs(db: Executor, base: string): Promise<string[]> {
  const rows = await db
    .select({ slug: teams.slug })
    .from(teams)
    .where(like(teams.slug, `${base}%`));
  return rows.map(({ slug }) => slug);
}
