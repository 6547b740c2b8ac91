import type { ActivityEvent } from "@/activity/event-schema";
import type { Driver } from "@/db/drivers/driver";
import { FixedStatement } from "@/db/fixed-statement";
import { enrich } from "@/ingest/enrich";
import type { ResolvedNames } from "@/ingest/resolve-names";
import { COLUMNS } from "./tables";

/** INSERT and NOTIFY in one statement: one round trip, one commit, and no row without its notification. */
function statement(table: string): string {
  const given = COLUMNS.map((column, place) => {
    if (column === "received_at") return "date_trunc('milliseconds', clock_timestamp())";
    if (column === '"timestamp"') return `coalesce($${place + 1}::timestamptz, clock_timestamp())`;
    if (column !== "search") return `$${place + 1}`;
    // The same facets as the append function adds.
    return `$${place + 1}::tsvector || array_to_tsvector(array_remove(ARRAY[
      ':b' || $1::uuid || ':' || floor(extract(epoch FROM coalesce($10::timestamptz, clock_timestamp())) / 604800)::int,
      ':t' || $3::text, ':g' || $4::text, ':a' || $5::uuid, ':k' || $6::text,
      ':e' || replace(replace($12::text, '%', '%25'), ':', '%3A') || ':' || $14::text,
      ':s' || $23::text, CASE WHEN $22::boolean THEN ':i' END], NULL))`;
  });
  return `WITH stored AS (
      INSERT INTO ${table} (${COLUMNS.join(", ")}) SELECT ${given.join(", ")} WHERE $11::text IS NULL
      RETURNING seq, "timestamp", received_at)
    SELECT seq, "timestamp", received_at, pg_notify('activity', $1::uuid || ':' || seq) FROM stored`;
}

/**
 * Stores one event, enriched as ours is; its names are known already, so that it pays for no look-up. Through the same client as ours,
 * or, `prepared`, as a statement that each connection parses and plans once, which no pooler in between may then share.
 */
export function insertAndNotify(
  driver: Driver,
  table: string,
  teamId: string,
  { prepared }: { prepared: boolean },
): (event: ActivityEvent, names: ResolvedNames) => Promise<unknown> {
  const text = statement(table);
  return async (event, names) => {
    const row = enrich(event, names);
    const values = [
      teamId,
      row.id,
      row.eventType,
      row.group,
      row.actorId,
      row.actorKey,
      row.actorName,
      row.actorKind,
      row.actorAvatarUrl,
      row.timestamp,
      null,
      row.entityType,
      row.entityId,
      row.entityKey,
      row.entityName,
      row.entityUrl,
      row.entityReference,
      JSON.stringify(row.metadata),
      row.message,
      row.icon,
      row.color,
      row.isImportant,
      row.source,
      row.search,
    ];
    const result = prepared
      ? await driver.pool.query({ name: "insert_and_notify", text, values })
      : await driver.db.execute(new FixedStatement(text, values));
    return { ...row, ...result.rows[0] };
  };
}
