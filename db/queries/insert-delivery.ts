import { and, eq } from "drizzle-orm";
import type { Executor } from "../drivers/driver";
import { deliveries } from "../schema";

type NewDelivery = Omit<typeof deliveries.$inferInsert, "activityIds" | "receivedAt">;
type DeliveryKey = Pick<NewDelivery, "teamId" | "integrationId" | "deliveryId">;

function isDelivery(key: DeliveryKey) {
  return and(
    eq(deliveries.teamId, key.teamId),
    eq(deliveries.integrationId, key.integrationId),
    eq(deliveries.deliveryId, key.deliveryId),
  );
}

/**
 * Claims a delivery id for ever, inside the transaction that stores its activities; an equal delivery at the same moment waits here.
 * Null when it is new, else the ids of the activities it made before.
 */
export async function insertDelivery(tx: Executor, delivery: NewDelivery): Promise<string[] | null> {
  const inserted = await tx
    .insert(deliveries)
    .values({ ...delivery, activityIds: [] })
    .onConflictDoNothing()
    .returning({ deliveryId: deliveries.deliveryId });
  if (inserted.length > 0) return null;
  const rows = await tx.select({ activityIds: deliveries.activityIds }).from(deliveries).where(isDelivery(delivery));
  return rows[0]?.activityIds ?? [];
}

/** Notes which activities a delivery made. */
export async function setDeliveryActivities(tx: Executor, key: DeliveryKey, activityIds: string[]): Promise<void> {
  await tx.update(deliveries).set({ activityIds }).where(isDelivery(key));
}
