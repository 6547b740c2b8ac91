import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { deliveryLog } from "../../schema";

/** A delivery that became activities, with what was kept of it. */
export type KeptLine = Pick<
  typeof deliveryLog.$inferSelect,
  "id" | "deliveryId" | "receivedAt" | "eventName" | "activityIds" | "bodyBytes"
> & { sealed: string };

const isKept = (teamId: string, integrationId: string) =>
  and(
    eq(deliveryLog.teamId, teamId),
    eq(deliveryLog.integrationId, integrationId),
    eq(deliveryLog.outcome, "stored"),
    isNotNull(deliveryLog.sealed),
  );

/** The lines of an integration's last `limit` stored deliveries of which something was kept, newest first. */
export async function listKeptIds(
  db: Executor,
  teamId: string,
  integrationId: string,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: deliveryLog.id })
    .from(deliveryLog)
    .where(isKept(teamId, integrationId))
    .orderBy(desc(deliveryLog.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** These lines with what was kept of them, in the given order; those that are not there any more are left out. */
export async function listKept(
  db: Executor,
  teamId: string,
  integrationId: string,
  ids: readonly string[],
): Promise<KeptLine[]> {
  const { id, deliveryId, receivedAt, eventName, activityIds, bodyBytes, sealed } = deliveryLog;
  const rows = await db
    .select({ id, deliveryId, receivedAt, eventName, activityIds, bodyBytes, sealed })
    .from(deliveryLog)
    .where(and(isKept(teamId, integrationId), inArray(id, [...ids])));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((one) => {
    const row = byId.get(one);
    return row === undefined || row.sealed === null ? [] : [{ ...row, sealed: row.sealed }];
  });
}
