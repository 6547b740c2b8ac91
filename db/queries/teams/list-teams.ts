import { asc } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { teams } from "../../schema";
import { type Team, teamColumns } from "./get-team";

/** Every team, by slug. */
export async function listTeams(db: Executor): Promise<Team[]> {
  return await db.select(teamColumns).from(teams).orderBy(asc(teams.slug));
}
