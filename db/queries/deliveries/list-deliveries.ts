import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { activityEvents, deliveryLog } from "../../schema";

/** A line of the log without what is sealed; `became` is the sentence of its first activity. */
export type ListedDelivery = Omit<typeof deliveryLog.$inferSelect, "sealed" | "teamId" | "integrationId"> & {
  isKept: boolean;
  became: string | null;
};

function selectLines(db: Executor, teamId: string, integrationId: string, which: SQL | undefined) {
  return db
    .select({
      id: deliveryLog.id,
      deliveryId: deliveryLog.deliveryId,
      receivedAt: deliveryLog.receivedAt,
      outcome: deliveryLog.outcome,
      status: deliveryLog.status,
      eventName: deliveryLog.eventName,
      diagnosis: deliveryLog.diagnosis,
      tookMs: deliveryLog.tookMs,
      activityIds: deliveryLog.activityIds,
      bodyBytes: deliveryLog.bodyBytes,
      isKept: sql<boolean>`${deliveryLog.sealed} IS NOT NULL`,
      became: activityEvents.message,
    })
    .from(deliveryLog)
    .leftJoin(
      activityEvents,
      and(eq(activityEvents.teamId, deliveryLog.teamId), eq(activityEvents.id, sql`${deliveryLog.activityIds}[1]`)),
    )
    .where(and(eq(deliveryLog.teamId, teamId), eq(deliveryLog.integrationId, integrationId), which));
}

/** A page of an integration's delivery log, newest first, beginning before the line `before`. */
export async function listDeliveries(
  db: Executor,
  teamId: string,
  integrationId: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<ListedDelivery[]> {
  return await selectLines(db, teamId, integrationId, before === null ? undefined : lt(deliveryLog.id, before))
    .orderBy(desc(deliveryLog.id))
    .limit(limit);
}

/** One line of an integration's delivery log as the list has it; null when there is none. */
export async function getListedDelivery(
  db: Executor,
  teamId: string,
  integrationId: string,
  id: string,
): Promise<ListedDelivery | null> {
  return (await selectLines(db, teamId, integrationId, eq(deliveryLog.id, id)))[0] ?? null;
}
