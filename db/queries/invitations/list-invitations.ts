import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { invitations, users } from "../../schema";

/** The condition that an invitation can still be accepted. */
export const isOpen = and(
  isNull(invitations.acceptedAt),
  isNull(invitations.revokedAt),
  sql`${invitations.expiresAt} > now()`,
);

/** A team's invitations that can still be accepted, the newest first, and who made them (null: a key). */
export async function listInvitations(db: Executor, teamId: string) {
  return await db
    .select({
      id: invitations.id,
      role: invitations.role,
      email: invitations.email,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      mailedAt: invitations.mailedAt,
      invitedBy: users.name,
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.createdBy))
    .where(and(eq(invitations.teamId, teamId), isOpen))
    .orderBy(desc(invitations.id));
}
