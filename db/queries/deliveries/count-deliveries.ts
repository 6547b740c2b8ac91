import { and, count, eq, sql } from "drizzle-orm";
import { TEST_ID } from "@/activity/delivery";
import type { Executor } from "../../drivers/driver";
import { deliveries, deliveryLog } from "../../schema";

/** What is known of an integration's calls. */
interface DeliveryCounts {
  /** Calls in its log. */
  total: number;
  /** Of them, refused ones. */
  refused: number;
  /** Whether the sender ever sent a genuine delivery; tests of ours do not count. */
  hasArrived: boolean;
}

/** Sums up an integration's delivery log, and whether anything genuine ever came, which is known even after its lines are forgotten. */
export async function countDeliveries(db: Executor, teamId: string, integrationId: string): Promise<DeliveryCounts> {
  const isTest = sql`coalesce(${deliveryLog.deliveryId}, '') ~ ${TEST_ID.source}`;
  const [row] = await db
    .select({
      total: count(),
      refused: sql<number>`(count(*) FILTER (WHERE ${deliveryLog.outcome} = 'refused'))::int`,
      hasArrived: sql<boolean>`coalesce(bool_or(${deliveryLog.outcome} <> 'refused' AND NOT ${isTest}), false) OR EXISTS (
        SELECT 1 FROM ${deliveries} d
        WHERE d.team_id = ${teamId}::uuid AND d.integration_id = ${integrationId}::uuid AND d.delivery_id !~ ${TEST_ID.source}
      )`,
    })
    .from(deliveryLog)
    .where(and(eq(deliveryLog.teamId, teamId), eq(deliveryLog.integrationId, integrationId)));
  return row ?? { total: 0, refused: 0, hasArrived: false };
}
