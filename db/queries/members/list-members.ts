import { asc, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { members, users } from "../../schema";
import type { Role } from "../teams/list-memberships";

export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
}

/** Everybody in a team, those who have been in it longest first. */
export async function listMembers(db: Executor, teamId: string): Promise<Member[]> {
  return await db
    .select({ id: users.id, name: users.name, email: users.email, role: members.role, joinedAt: members.createdAt })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.teamId, teamId))
    .orderBy(asc(members.createdAt), asc(users.id));
}
