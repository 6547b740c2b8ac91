import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { invitations } from "../../schema";

/** Whether somebody at that lower-case address is invited to any team, and may still accept. */
export async function hasInvitation(db: Executor, email: string): Promise<boolean> {
  const isOpen = and(
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, sql`now()`),
  );
  const rows = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.email, email), isOpen))
    .limit(1);
  return rows.length > 0;
}
