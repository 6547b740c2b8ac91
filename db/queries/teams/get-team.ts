import type { Executor } from "../../drivers/driver";
import { teams } from "../../schema";
import { holdsSlug } from "./slug-holder";

export interface Team {
  id: string;
  /** Its name in addresses. */
  slug: string;
  name: string;
  /** True for invented activity, which may be deleted as a whole. */
  isSample: boolean;
}

/** The columns of a {@link Team}. */
export const teamColumns = { id: teams.id, slug: teams.slug, name: teams.name, isSample: teams.isSample };

/** One team by its slug or an alias, whoever asks; null when there is none. */
export async function getTeam(db: Executor, slug: string): Promise<Team | null> {
  const rows = await db.select(teamColumns).from(teams).where(holdsSlug(slug));
  return rows[0] ?? null;
}
