import { type DeliveryPage, deliveryPageSchema, diagnosisSchema } from "@/activity/delivery";
import type { Executor } from "@/db/drivers/driver";
import { countDeliveries } from "@/db/queries/deliveries/count-deliveries";
import { type ListedDelivery, listDeliveries } from "@/db/queries/deliveries/list-deliveries";

/** A stored line as the API gives it. */
export function toLine({ diagnosis, receivedAt, ...line }: ListedDelivery) {
  const known = diagnosisSchema.safeParse(diagnosis);
  return { ...line, receivedAt: receivedAt.toISOString(), diagnosis: known.success ? known.data : null };
}

/** A page of an integration's delivery log, newest first, beginning before the line `cursor`. */
export async function readDeliveryPage(
  db: Executor,
  integration: { teamId: string; id: string },
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<DeliveryPage> {
  const { teamId, id } = integration;
  const [lines, counts] = await Promise.all([
    listDeliveries(db, teamId, id, { before: cursor, limit: limit + 1 }),
    countDeliveries(db, teamId, id),
  ]);
  const items = lines.slice(0, limit).map(toLine);
  const nextCursor = lines.length > limit ? (items.at(-1)?.id ?? null) : null;
  return deliveryPageSchema.parse({ items, nextCursor, ...counts });
}
