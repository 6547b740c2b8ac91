import { and, desc, eq, isNotNull, lt } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { deliveryLog } from "../../schema";

/** A delivery that became activities, with what was kept of it. */
export type KeptLine = Pick<
  typeof deliveryLog.$inferSelect,
  "id" | "deliveryId" | "receivedAt" | "eventName" | "activityIds" | "bodyBytes"
> & { sealed: string };

/** An integration's stored deliveries whose bodies were kept, newest first, beginning before the line `before`. */
export async function listKept(
  db: Executor,
  teamId: string,
  integrationId: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<KeptLine[]> {
  const rows = await db
    .select({
      id: deliveryLog.id,
      deliveryId: deliveryLog.deliveryId,
      receivedAt: deliveryLog.receivedAt,
      eventName: deliveryLog.eventName,
      activityIds: deliveryLog.activityIds,
      bodyBytes: deliveryLog.bodyBytes,
      sealed: deliveryLog.sealed,
    })
    .from(deliveryLog)
    .where(
      and(
        eq(deliveryLog.teamId, teamId),
        eq(deliveryLog.integrationId, integrationId),
        eq(deliveryLog.outcome, "stored"),
        isNotNull(deliveryLog.sealed),
        before === null ? undefined : lt(deliveryLog.id, before),
      ),
    )
    .orderBy(desc(deliveryLog.id))
    .limit(limit);
  return rows.flatMap(({ sealed, ...line }) => (sealed === null ? [] : [{ ...line, sealed }]));
}
