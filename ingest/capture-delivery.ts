// First step of capture for webhooks: a verified delivery and its activities are stored together, once for ever.
import type { ActivityEvent } from "@/activity/event-schema";
import type { Driver } from "@/db/drivers/driver";
import { insertDelivery, setDeliveryActivities } from "@/db/queries/insert-delivery";
import { captureInTransaction } from "./capture";
import { sha256 } from "./commit-batch";
import type { Delivery, IntegrationSource } from "./integrations/integration-source";
import { tidySearch } from "./tidy-search";

export interface CapturedDelivery {
  activityIds: string[];
  /** The delivery was stored before; nothing new happened. */
  isDuplicate: boolean;
}

/**
 * Stores what a verified delivery says, unless a delivery with its id was stored before. Without an id the hash of the body stands in.
 * Throws what the source's `toEvents` throws, and then nothing is stored.
 */
export async function captureDelivery(
  driver: Driver,
  integration: { teamId: string; id: string },
  source: IntegrationSource,
  delivery: Delivery,
): Promise<CapturedDelivery> {
  const events: ActivityEvent[] = source.toEvents(delivery, new Date());
  const bodyHash = sha256(delivery.body);
  const key = {
    teamId: integration.teamId,
    integrationId: integration.id,
    deliveryId: source.deliveryId(delivery) ?? `sha256:${bodyHash.toString("hex")}`,
  };
  const captured = await driver.db.transaction(async (tx) => {
    const before = await insertDelivery(tx, { ...key, bodyHash, eventType: events[0]?.eventType ?? source.provider });
    if (before !== null) return { activityIds: before, isDuplicate: true };
    const activities = await captureInTransaction(tx, integration.teamId, events);
    const activityIds = activities.map(({ id }) => id);
    await setDeliveryActivities(tx, key, activityIds);
    return { activityIds, isDuplicate: false };
  });
  tidySearch(driver, captured.isDuplicate ? 0 : captured.activityIds.length);
  return captured;
}
