import { asc, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { members, teams } from "../../schema";
import { type Team, teamColumns } from "./get-team";

/** Every team a user is a member of: real ones before samples, then the oldest first. */
export async function listTeamsOfUser(db: Executor, userId: string): Promise<Team[]> {
  return await db
    .select(teamColumns)
    .from(teams)
    .innerJoin(members, eq(members.teamId, teams.id))
    .where(eq(members.userId, userId))
    .orderBy(asc(teams.isSample), asc(teams.createdAt), asc(teams.id));
}
