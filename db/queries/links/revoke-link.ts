import { and, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { sharedLinks } from "../../schema";
import { ringAccess } from "../ring-access";

/** Ends a link and cuts its open streams; false when the team has no such live link. Run it in a transaction. */
export async function revokeLink(db: Executor, teamId: string, id: string): Promise<boolean> {
  const rows = await db
    .update(sharedLinks)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sharedLinks.teamId, teamId), eq(sharedLinks.id, id), isNull(sharedLinks.revokedAt)))
    .returning({ id: sharedLinks.id });
  await ringAccess(db, { teamId });
  return rows.length > 0;
}
