import { and, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { integrations } from "../../schema";

/**
 * Takes an integration away: nothing finds it any more. For a few minutes it can be restored, then it is forgotten together with the
 * list of its deliveries; their activities stay. False when there is none.
 */
export async function deleteIntegration(db: Executor, teamId: string, id: string): Promise<boolean> {
  const rows = await db
    .update(integrations)
    .set({ deletedAt: sql`now()` })
    .where(and(eq(integrations.teamId, teamId), eq(integrations.id, id), isNull(integrations.deletedAt)))
    .returning({ id: integrations.id });
  return rows.length > 0;
}
