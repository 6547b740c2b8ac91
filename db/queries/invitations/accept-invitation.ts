import { and, eq, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { invitations } from "../../schema";
import { isOpen } from "./list-invitations";

/** Marks an invitation as accepted by a user; false when somebody was faster, or it has ended. */
export async function acceptInvitation(db: Executor, teamId: string, id: string, userId: string): Promise<boolean> {
  const rows = await db
    .update(invitations)
    .set({ acceptedBy: userId, acceptedAt: sql`now()` })
    .where(and(eq(invitations.teamId, teamId), eq(invitations.id, id), isOpen))
    .returning({ id: invitations.id });
  return rows.length > 0;
}
