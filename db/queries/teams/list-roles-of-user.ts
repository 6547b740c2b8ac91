import { and, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { members, teams } from "../../schema";
import type { Role } from "./list-memberships";

/** The teams a user is a member of, but for samples, and the user's role in each. */
export async function listRolesOfUser(db: Executor, userId: string): Promise<{ teamId: string; role: Role }[]> {
  return await db
    .select({ teamId: members.teamId, role: members.role })
    .from(members)
    .innerJoin(teams, eq(teams.id, members.teamId))
    .where(and(eq(members.userId, userId), eq(teams.isSample, false)));
}
