import type { Executor } from "../../drivers/driver";
import { deliveryLog } from "../../schema";

/** One line of the delivery log. */
export type LogEntry = typeof deliveryLog.$inferInsert;

/** Writes lines of a team's delivery log. */
export async function logDeliveries(db: Executor, entries: readonly LogEntry[]): Promise<void> {
  if (entries.length > 0) await db.insert(deliveryLog).values([...entries]);
}
