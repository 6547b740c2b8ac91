// Third step of capture: one team's rows go into Postgres in one statement, which numbers them; then the doorbell rings.
import type { Activity } from "@/activity/activity";
import type { Json } from "@/activity/json";
import { metrics } from "@/metrics";
import { bellOf } from "../doorbells/ring-after-commit";
import type { Executor } from "../drivers/driver";
import { FixedStatement } from "../fixed-statement";

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
  /** `all`: `ord` events were stored, from `seq` on. */
  state: "all" | "created" | "twin" | "known" | "replayed";
  seq: string | null;
  stamp: string | null;
  known_ids: string[] | null;
  known_hash: Buffer | null;
  known_answer: Json;
  first_ord: number | null;
}

/** Turns a numbered row into the stored activity, as a later read would give it. */
function stored(row: NewActivity, seq: number, stampedAt: string): Activity {
  // Written out: taking the rest of a row apart costs as much as all else that is done with it.
  return {
    id: row.id,
    seq,
    eventType: row.eventType,
    group: row.group,
    actorId: row.actorId,
    actorKey: row.actorKey,
    actorName: row.actorName,
    actorKind: row.actorKind,
    actorAvatarUrl: row.actorAvatarUrl,
    timestamp: row.timestamp ?? stampedAt,
    receivedAt: stampedAt,
    entityType: row.entityType,
    entityId: row.entityId,
    entityKey: row.entityKey,
    entityName: row.entityName,
    entityUrl: row.entityUrl,
    entityReference: row.entityReference,
    metadata: row.metadata,
    message: row.message,
    icon: row.icon,
    color: row.color,
    isImportant: row.isImportant,
    source: row.source,
  };
}

/** The columns of a batch in the order of the append function's parameters, with their types there. */
const COLUMNS: [type: string, pick: (row: NewActivity) => unknown][] = [
  ["uuid", (row) => row.id],
  ["text", (row) => row.eventType],
  ["text", (row) => row.group],
  ["uuid", (row) => row.actorId],
  ["text", (row) => row.actorKey],
  ["text", (row) => row.actorName],
  ["text", (row) => row.actorKind],
  ["text", (row) => row.actorAvatarUrl],
  ["timestamptz", (row) => row.timestamp],
  ["text", (row) => row.entityType],
  ["uuid", (row) => row.entityId],
  ["text", (row) => row.entityKey],
  ["text", (row) => row.entityName],
  ["text", (row) => row.entityUrl],
  ["text", (row) => row.entityReference],
  ["jsonb", (row) => JSON.stringify(row.metadata)],
  ["text", (row) => row.message],
  ["text", (row) => row.icon],
  ["text", (row) => row.color],
  ["boolean", (row) => row.isImportant],
  ["text", (row) => row.source],
  ["tsvector", (row) => row.search],
];
/** What only batches with idempotency keys need: null without any, which lets the function take its short way. */
const KEY_COLUMNS: typeof COLUMNS = [
  ["text", (row) => row.key?.name ?? null],
  ["bytea", (row) => row.key?.hash ?? null],
  ["int", (row) => (row.request === null ? null : row.request + 1)],
];
const REQUEST_COLUMNS: [type: string, pick: (request: KeyedRequest) => unknown][] = [
  ["text", (request) => request.key],
  ["bytea", (request) => request.hash],
  ["jsonb", (request) => JSON.stringify(request.answer)],
];
const PARAMETERS = ["uuid", ...[...COLUMNS, ...KEY_COLUMNS, ...REQUEST_COLUMNS].map(([type]) => `${type}[]`)];
const STATEMENT = `
  SELECT ord, state, seq, (extract(epoch FROM stamp) * 1000)::bigint AS stamp, known_ids, known_hash, known_answer, first_ord
  FROM append_activities(${PARAMETERS.map((type, place) => `$${place + 1}::${type}`).join(", ")}, $${PARAMETERS.length + 1}::boolean)`;

/**
 * Appends events of one team, in order, in one transaction: gap-free `seq` in commit order, idempotency keys honoured for ever.
 * All or nothing: throws the database's error and then nothing was stored.
 */
export async function appendActivities(db: Executor, teamId: string, batch: AppendBatch): Promise<AppendResult> {
  const { activities, requests } = batch;
  const hasKeys = requests.length > 0 || activities.some((row) => row.key !== null);
  const values = [
    teamId,
    ...COLUMNS.map(([, pick]) => activities.map(pick)),
    ...KEY_COLUMNS.map(([, pick]) => (hasKeys ? activities.map(pick) : null)),
    ...REQUEST_COLUMNS.map(([, pick]) => (requests.length > 0 ? requests.map(pick) : null)),
  ];
  const ring = bellOf(db);
  const startedAt = performance.now();
  const { rows } = await db.execute<Row>(new FixedStatement(STATEMENT, [...values, ring !== null]));
  metrics.appendSeconds.observe((performance.now() - startedAt) / 1_000);
  const newest = newestOf(rows);
  if (newest.seq > 0) ring?.({ topic: "activity", teamId, seq: newest.seq });
  metrics.appends += 1;
  metrics.eventsCaptured += newest.count;
  return readResult(batch, rows);
}

/** How many events were stored, and the seq of the last. */
function newestOf(rows: Row[]): { count: number; seq: number } {
  const [only] = rows;
  if (only?.state === "all") return { count: only.ord, seq: Number(only.seq) + only.ord - 1 };
  const seqs = rows.flatMap(({ state, seq }) => (state === "created" ? [Number(seq)] : []));
  return { count: seqs.length, seq: Math.max(0, ...seqs) };
}

function readResult(batch: AppendBatch, rows: Row[]): AppendResult {
  const outcomes: (AppendOutcome | null)[] = batch.activities.map(() => null);
  const replays: (Replay | null)[] = batch.requests.map(() => null);
  const [only] = rows;
  if (only?.state === "all" && only.seq !== null && only.stamp !== null) {
    const first = Number(only.seq);
    const stampedAt = new Date(Number(only.stamp)).toISOString();
    const created = batch.activities.map(
      (row, place): AppendOutcome => ({ state: "created", activity: stored(row, first + place, stampedAt) }),
    );
    return { outcomes: created, replays };
  }
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
