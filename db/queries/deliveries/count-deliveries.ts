import { and, count, eq, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { deliveryLog } from "../../schema";

/** How many calls an integration's log holds, and how many of them were refused. */
export async function countDeliveries(
  db: Executor,
  teamId: string,
  integrationId: string,
): Promise<{ total: number; refused: number }> {
  const [row] = await db
    .select({
      total: count(),
      refused: sql<number>`(count(*) FILTER (WHERE ${deliveryLog.outcome} = 'refused'))::int`,
    })
    .from(deliveryLog)
    .where(and(eq(deliveryLog.teamId, teamId), eq(deliveryLog.integrationId, integrationId)));
  return row ?? { total: 0, refused: 0 };
}
