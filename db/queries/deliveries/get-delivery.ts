import { and, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { deliveryLog } from "../../schema";

/** One line of an integration's delivery log, what is sealed included; null when there is none. */
export async function getDelivery(
  db: Executor,
  teamId: string,
  integrationId: string,
  id: string,
): Promise<typeof deliveryLog.$inferSelect | null> {
  const rows = await db
    .select()
    .from(deliveryLog)
    .where(and(eq(deliveryLog.teamId, teamId), eq(deliveryLog.integrationId, integrationId), eq(deliveryLog.id, id)));
  return rows[0] ?? null;
}
