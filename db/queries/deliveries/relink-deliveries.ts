import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { deliveryLog } from "../../schema";

/** Locks lines of the log until the transaction ends, so that they are told anew by one at a time; gives the activities of each by its id. */
export async function lockDeliveries(
  tx: Executor,
  teamId: string,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: deliveryLog.id, activityIds: deliveryLog.activityIds })
    .from(deliveryLog)
    .where(and(eq(deliveryLog.teamId, teamId), inArray(deliveryLog.id, [...ids])))
    // In one order, so that two never wait for each other.
    .orderBy(asc(deliveryLog.id))
    .for("update");
  return new Map(rows.map((row) => [row.id, row.activityIds]));
}

/** Notes which activities stand for deliveries now, in their lines and in what a repeated delivery is answered. */
export async function relinkDeliveries(
  tx: Executor,
  teamId: string,
  relinked: readonly { id: string; activityIds: readonly string[] }[],
): Promise<void> {
  if (relinked.length === 0) return;
  const values = (pick: (one: (typeof relinked)[number]) => string) => sql.param(relinked.map(pick));
  await tx.execute(sql`
    WITH given AS (
      SELECT i.id, string_to_array(i.ids, ',')::uuid[] AS ids
      FROM unnest(${values(({ id }) => id)}::uuid[], ${values(({ activityIds }) => activityIds.join(","))}::text[]) AS i (id, ids)
    ), lines AS (
      UPDATE delivery_log l SET activity_ids = g.ids FROM given g WHERE l.team_id = ${teamId}::uuid AND l.id = g.id
      RETURNING l.integration_id, l.delivery_id, g.ids
    )
    UPDATE deliveries d SET activity_ids = l.ids FROM lines l
    WHERE d.team_id = ${teamId}::uuid AND d.integration_id = l.integration_id AND d.delivery_id = l.delivery_id`);
}
