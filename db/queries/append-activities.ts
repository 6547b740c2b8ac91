// Third step of capture: one team's rows go into Postgres in one statement, which numbers them and rings the doorbell.
import { sql } from "drizzle-orm";
import type { Activity } from "@/activity/activity";
import type { Json } from "@/activity/json";
import type { Executor } from "../drivers/driver";

/** An activity that is not numbered yet. */
export interface NewActivity extends Omit<Activity, "seq" | "receivedAt" | "timestamp"> {
  /** Null: stamped when it is stored. */
  timestamp: string | null;
  /** Text of a tsvector, without the facets. */
  search: string;
  /** The item's own idempotency key, with the SHA-256 of the item. */
  key: { name: string; hash: Buffer } | null;
  /** Place in `AppendBatch.requests` of the keyed request it belongs to; null when that has no key. */
  request: number | null;
}

/** A request with an idempotency key of its own; `answer` is kept to be replayed. */
interface KeyedRequest {
  key: string;
  hash: Buffer;
  answer: Json;
}

export interface AppendBatch {
  activities: NewActivity[];
  requests: KeyedRequest[];
}

/** What became of one event: stored now, the same key as an earlier event of this batch, or of an earlier batch. */
type AppendOutcome =
  | { state: "created"; activity: Activity }
  | { state: "twin"; first: number; hash: Buffer }
  | { state: "known"; activityId: string; hash: Buffer };

/** What is kept of a request whose key was used before. */
export interface Replay {
  activityIds: string[];
  hash: Buffer;
  answer: Json;
}

export interface AppendResult {
  /** One an event, in order; null for the events of a replayed request. */
  outcomes: (AppendOutcome | null)[];
  /** One a keyed request, in order; null when it is new. */
  replays: (Replay | null)[];
}

interface Row extends Record<string, unknown> {
  ord: number;
  state: "created" | "twin" | "known" | "replayed";
  seq: string | null;
  stamp: string | null;
  known_ids: string[] | null;
  known_hash: Buffer | null;
  known_answer: Json;
  first_ord: number | null;
}

/** Turns a numbered row into the stored activity, as a later read would give it. */
function stored(row: NewActivity, seq: number, stampedAt: string): Activity {
  const { search: _search, key: _key, request: _request, ...core } = row;
  return { ...core, seq, timestamp: row.timestamp ?? stampedAt, receivedAt: stampedAt };
}

/**
 * Appends events of one team, in order, in one transaction: gap-free `seq` in commit order, idempotency keys honoured for ever.
 * All or nothing: throws the database's error and then nothing was stored.
 */
export async function appendActivities(db: Executor, teamId: string, batch: AppendBatch): Promise<AppendResult> {
  const rows = batch.activities;
  const column = <T>(pick: (row: NewActivity) => T) => sql.param(rows.map(pick));
  const keyed = rows.some((row) => row.key !== null);
  const requests = batch.requests;
  const result = await db.execute<Row>(sql`
    SELECT ord, state, seq, (extract(epoch FROM stamp) * 1000)::bigint AS stamp, known_ids, known_hash, known_answer, first_ord
    FROM append_activities(${teamId}::uuid, ${column((row) => row.id)}::uuid[], ${column((row) => row.eventType)}::text[],
      ${column((row) => row.group)}::text[], ${column((row) => row.actorId)}::uuid[], ${column((row) => row.actorKey)}::text[],
      ${column((row) => row.actorName)}::text[], ${column((row) => row.actorKind)}::text[], ${column((row) => row.actorAvatarUrl)}::text[],
      ${column((row) => row.timestamp)}::timestamptz[], ${column((row) => row.entityType)}::text[], ${column((row) => row.entityId)}::uuid[],
      ${column((row) => row.entityKey)}::text[], ${column((row) => row.entityName)}::text[], ${column((row) => row.entityUrl)}::text[],
      ${column((row) => row.entityReference)}::text[], ${column((row) => JSON.stringify(row.metadata))}::jsonb[],
      ${column((row) => row.message)}::text[], ${column((row) => row.icon)}::text[], ${column((row) => row.color)}::text[],
      ${column((row) => row.isImportant)}::boolean[], ${column((row) => row.source)}::text[], ${column((row) => row.search)}::tsvector[],
      ${keyed || requests.length > 0 ? column((row) => row.key?.name ?? null) : null}::text[],
      ${keyed || requests.length > 0 ? column((row) => row.key?.hash ?? null) : null}::bytea[],
      ${column((row) => (row.request === null ? null : row.request + 1))}::int[],
      ${requests.length === 0 ? null : sql.param(requests.map(({ key }) => key))}::text[],
      ${requests.length === 0 ? null : sql.param(requests.map(({ hash }) => hash))}::bytea[],
      ${requests.length === 0 ? null : sql.param(requests.map(({ answer }) => JSON.stringify(answer)))}::jsonb[])`);
  return readResult(batch, result.rows);
}

function readResult(batch: AppendBatch, rows: Row[]): AppendResult {
  const outcomes: (AppendOutcome | null)[] = batch.activities.map(() => null);
  const replays: (Replay | null)[] = batch.requests.map(() => null);
  for (const row of rows) {
    const place = Math.abs(row.ord) - 1;
    const activity = batch.activities[place];
    if (row.state === "replayed" && row.known_hash !== null) {
      replays[place] = { activityIds: row.known_ids ?? [], hash: row.known_hash, answer: row.known_answer };
    } else if (row.state === "created" && activity !== undefined && row.seq !== null && row.stamp !== null) {
      const stampedAt = new Date(Number(row.stamp)).toISOString();
      outcomes[place] = { state: "created", activity: stored(activity, Number(row.seq), stampedAt) };
    } else if (row.state === "twin" && row.first_ord !== null && row.known_hash !== null) {
      outcomes[place] = { state: "twin", first: row.first_ord - 1, hash: row.known_hash };
    } else if (row.state === "known" && row.known_hash !== null) {
      outcomes[place] = { state: "known", activityId: row.known_ids?.[0] ?? "", hash: row.known_hash };
    }
  }
  return { outcomes, replays };
}
