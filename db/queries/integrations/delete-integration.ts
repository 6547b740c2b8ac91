import { and, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { integrations } from "../../schema";

/** Removes an integration and the list of its deliveries; their activities stay. False when there is none. */
export async function deleteIntegration(db: Executor, teamId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(integrations)
    .where(and(eq(integrations.teamId, teamId), eq(integrations.id, id)))
    .returning({ id: integrations.id });
  return rows.length > 0;
}
