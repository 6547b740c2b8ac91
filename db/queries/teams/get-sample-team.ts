import { and, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { members, teams } from "../../schema";
import { type Team, teamColumns } from "./get-team";

/** The sample team that a user owns; null when there is none. */
export async function getSampleTeam(db: Executor, userId: string): Promise<Team | null> {
  const rows = await db
    .select(teamColumns)
    .from(teams)
    .innerJoin(members, eq(members.teamId, teams.id))
    .where(and(eq(members.userId, userId), eq(members.role, "owner"), eq(teams.isSample, true)))
    .limit(1);
  return rows[0] ?? null;
}
