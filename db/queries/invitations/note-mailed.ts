import { and, eq, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { invitations } from "../../schema";

/** Notes that a mail server took an invitation's mail. */
export async function noteMailed(db: Executor, teamId: string, id: string): Promise<void> {
  await db
    .update(invitations)
    .set({ mailedAt: sql`now()` })
    .where(and(eq(invitations.teamId, teamId), eq(invitations.id, id)));
}
