import { and, asc, eq, or } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { members } from "../../schema";
import type { Role } from "../teams/list-memberships";

/** What a member is, at this moment and until the transaction ends. */
export interface LockedMember {
  role: Role;
  joinedAt: Date;
  /** True for the only owner of the team. */
  isLastOwner: boolean;
}

/**
 * One member, held until the transaction ends together with every owner: two who demote each other at once take turns, and the
 * second finds the last owner. Null when the user is not in the team.
 */
export async function lockMember(db: Executor, teamId: string, userId: string): Promise<LockedMember | null> {
  const rows = await db
    .select({ userId: members.userId, role: members.role, joinedAt: members.createdAt })
    .from(members)
    .where(and(eq(members.teamId, teamId), or(eq(members.role, "owner"), eq(members.userId, userId))))
    .orderBy(asc(members.userId))
    .for("update");
  const member = rows.find((row) => row.userId === userId);
  if (member === undefined) return null;
  const owners = rows.filter(({ role }) => role === "owner");
  const { role, joinedAt } = member;
  return { role, joinedAt, isLastOwner: role === "owner" && owners.length === 1 };
}
