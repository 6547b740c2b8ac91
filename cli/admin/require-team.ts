import { ActivityError } from "@/activity/errors";
import { isSlugShaped } from "@/auth/team/slug";
import type { Executor } from "@/db/drivers/driver";
import { getTeam, type Team } from "@/db/queries/teams/get-team";

/** The team of that slug. Throws `not_found`. */
export async function requireTeam(db: Executor, slug: string): Promise<Team> {
  const team = isSlugShaped(slug) ? await getTeam(db, slug) : null;
  if (team === null) throw new ActivityError("not_found", `There is no team "${slug}".`);
  return team;
}
