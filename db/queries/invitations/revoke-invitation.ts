import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { invitations } from "../../schema";
import type { Role } from "../teams/list-memberships";
import { isOpen } from "./list-invitations";

/** Ends an invitation that nobody has accepted and gives its role; null when the team has no such open one. */
export async function revokeInvitation(db: Executor, teamId: string, id: string): Promise<Role | null> {
  const rows = await db
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitations.teamId, teamId), eq(invitations.id, id), isOpen))
    .returning({ role: invitations.role });
  return rows[0]?.role ?? null;
}

/** Ends the open invitations of a user who may give `roles` only from now on: what somebody lost must not come back by a link they kept. */
export async function revokeInvitationsOf(
  db: Executor,
  teamId: string,
  userId: string,
  roles: readonly Role[],
): Promise<void> {
  await db
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(invitations.teamId, teamId),
        eq(invitations.createdBy, userId),
        isOpen,
        roles.length === 0 ? undefined : notInArray(invitations.role, [...roles]),
      ),
    );
}
