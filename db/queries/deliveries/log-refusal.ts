import { sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import type { LogEntry } from "./log-deliveries";

/** Refused calls that are kept an hour and integration: a stranger must not fill the disk. */
export const MOST_REFUSALS_AN_HOUR = 1_000;

/** Writes a refused call into a team's delivery log, unless the integration had its fill of them within the hour. False when it was left out. */
export async function logRefusal(db: Executor, entry: LogEntry): Promise<boolean> {
  const { teamId, integrationId } = entry;
  const { rows } = await db.execute(sql`
    INSERT INTO delivery_log (team_id, id, integration_id, delivery_id, received_at, outcome, status, event_name, diagnosis, took_ms, activity_ids, body_bytes, sealed)
    SELECT ${teamId}::uuid, ${entry.id}::uuid, ${integrationId}::uuid, ${entry.deliveryId ?? null}, ${entry.receivedAt.toISOString()}::timestamptz,
      'refused', ${entry.status}::int, ${entry.eventName ?? null}, ${JSON.stringify(entry.diagnosis ?? null)}::jsonb, ${entry.tookMs}::int, '{}',
      ${entry.bodyBytes}::int, ${entry.sealed ?? null}
    WHERE (
      SELECT count(*) FROM (
        SELECT 1 FROM delivery_log l WHERE l.team_id = ${teamId}::uuid AND l.integration_id = ${integrationId}::uuid
          AND l.outcome = 'refused' AND l.received_at > now() - interval '1 hour' LIMIT ${MOST_REFUSALS_AN_HOUR}
      ) recent
    ) < ${MOST_REFUSALS_AN_HOUR}
    RETURNING id`);
  return rows.length > 0;
}
