import { and, eq, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { sharedLinks } from "../../schema";

/** Counts that somebody opened a link. */
export async function countOpening(db: Executor, teamId: string, id: string): Promise<void> {
  await db
    .update(sharedLinks)
    .set({ openings: sql`${sharedLinks.openings} + 1`, lastOpenedAt: sql`now()` })
    .where(and(eq(sharedLinks.teamId, teamId), eq(sharedLinks.id, id)));
}
