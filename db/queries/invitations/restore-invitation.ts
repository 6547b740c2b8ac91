import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { invitations } from "../../schema";
import type { Role } from "../teams/list-memberships";

const isRevoked = and(isNotNull(invitations.revokedAt), isNull(invitations.acceptedAt));

/** Lets a revoked invitation's link work again, until it ends anyway; null when there is no such one. */
export async function restoreInvitation(
  db: Executor,
  teamId: string,
  id: string,
): Promise<{ role: Role; createdBy: string | null; isExpired: boolean } | null> {
  const rows = await db
    .update(invitations)
    .set({ revokedAt: null })
    .where(and(eq(invitations.teamId, teamId), eq(invitations.id, id), isRevoked))
    .returning({
      role: invitations.role,
      createdBy: invitations.createdBy,
      isExpired: sql<boolean>`${invitations.expiresAt} <= now()`,
    });
  return rows[0] ?? null;
}

/** Opens those invitations of a user again that were revoked at that moment, by the removal of who made them. */
export async function restoreInvitationsOf(
  db: Executor,
  teamId: string,
  userId: string,
  revokedAt: Date,
): Promise<void> {
  await db
    .update(invitations)
    .set({ revokedAt: null })
    .where(
      and(
        eq(invitations.teamId, teamId),
        eq(invitations.createdBy, userId),
        eq(invitations.revokedAt, revokedAt),
        isRevoked,
      ),
    );
}
