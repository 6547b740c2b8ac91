// Third step of capture: requests of one team become one append, and its outcomes become each request's answer.
import { createHash } from "node:crypto";
import type { Activity } from "@/activity/activity";
import { ActivityError, type ErrorCode, type Issue } from "@/activity/errors";
import type { ActivityEvent } from "@/activity/event-schema";
import type { Json } from "@/activity/json";
import type { Executor } from "@/db/drivers/driver";
import { type AppendBatch, type AppendResult, appendActivities, type Replay } from "@/db/queries/append-activities";
import { listActivitiesByIds } from "@/db/queries/list-activities-by-ids";
import { enrich } from "./enrich";
import type { ResolvedNames } from "./resolve-names";

/** Why an item was not stored. */
interface Refusal {
  code: ErrorCode;
  issues: Issue[];
}

/**
 * One item of a request after validation: an event, or why it cannot be one. An event's idempotency key counts for what has the same
 * `fingerprint`, a SHA-256; default: that of the event.
 */
export type CaptureItem = { event: ActivityEvent; fingerprint?: Buffer } | Refusal;

/** What a caller posts in one call. `key` is the request's Idempotency-Key with the SHA-256 of its raw body. */
export interface CaptureRequest {
  items: CaptureItem[];
  key: { name: string; hash: Buffer } | null;
}

/** A request whose actors and entities are known: one an event that is valid, in order. */
export interface NamedRequest extends CaptureRequest {
  names: ResolvedNames[];
}

export interface CaptureAnswer {
  /** One an item, in order. */
  results: ({ activity: Activity; replayed: boolean } | Refusal)[];
  /** The whole request had been answered before. */
  replayed: boolean;
}

/** An answer, or the error that the request as a whole ends with. */
export type CaptureOutcome = CaptureAnswer | { error: ActivityError };

/** SHA-256 of a body. */
export function sha256(body: Uint8Array | string): Buffer {
  return createHash("sha256").update(body).digest();
}

const MISMATCH = "was used before with another body";

type ValidItem = Extract<CaptureItem, { event: ActivityEvent }>;

function validItems(request: CaptureRequest): ValidItem[] {
  return request.items.flatMap((item) => ("event" in item ? [item] : []));
}

/** The valid events of a request. */
export function eventsOf(request: CaptureRequest): ActivityEvent[] {
  return validItems(request).map(({ event }) => event);
}

/** Refusals are plain JSON by construction; null stands for a stored item. */
function toKeptAnswer(items: CaptureItem[]): Json {
  return items.map((item) =>
    "event" in item ? null : { code: item.code, issues: item.issues.map((issue) => ({ ...issue })) },
  );
}

/** What {@link toKeptAnswer} wrote. */
function fromKeptAnswer(answer: Json): (Refusal | null)[] {
  return answer as (Refusal | null)[];
}

function buildBatch(requests: NamedRequest[]): AppendBatch {
  const batch: AppendBatch = { activities: [], requests: [] };
  for (const request of requests) {
    if (request.key !== null) {
      batch.requests.push({ key: request.key.name, hash: request.key.hash, answer: toKeptAnswer(request.items) });
    }
    for (const [place, { event, fingerprint }] of validItems(request).entries()) {
      const resolved = request.names[place];
      if (resolved === undefined) throw new Error("an event lost its names");
      const name = event.idempotencyKey;
      const activity = enrich(event, resolved);
      if (name !== undefined) activity.key = { name, hash: fingerprint ?? sha256(JSON.stringify(event)) };
      if (request.key !== null) activity.request = batch.requests.length - 1;
      batch.activities.push(activity);
    }
  }
  return batch;
}

/**
 * Stores the events of several requests of one team in one append; gives one outcome a request, in order.
 * Throws the database's error, and then nothing of the batch was stored.
 */
export async function commitBatch(db: Executor, teamId: string, requests: NamedRequest[]): Promise<CaptureOutcome[]> {
  const batch = buildBatch(requests);
  const result = await appendActivities(db, teamId, batch);
  const earlier = result.outcomes.flatMap((outcome) => (outcome?.state === "known" ? [outcome.activityId] : []));
  const replayed = result.replays.flatMap((replay) => replay?.activityIds ?? []);
  const wanted = [...new Set([...earlier, ...replayed])];
  const older = wanted.length === 0 ? [] : await listActivitiesByIds(db, teamId, wanted);
  const known = new Map(older.map((activity) => [activity.id, activity]));

  let place = 0;
  let keyed = 0;
  return requests.map((request) => {
    const replay = request.key === null ? null : (result.replays[keyed++] ?? null);
    const first = place;
    place += request.names.length;
    return replay === null || request.key === null
      ? freshAnswer(request, batch, result, first, known)
      : replayedAnswer(request.key.hash, replay, known);
  });
}

function freshAnswer(
  request: CaptureRequest,
  batch: AppendBatch,
  result: AppendResult,
  firstPlace: number,
  known: Map<string, Activity>,
): CaptureAnswer {
  let place = firstPlace;
  const results = request.items.map((item): CaptureAnswer["results"][number] => {
    if (!("event" in item)) return item;
    const own = place++;
    const outcome = result.outcomes[own];
    const origin = outcome?.state === "twin" ? result.outcomes[outcome.first] : outcome;
    const activity =
      origin?.state === "created"
        ? origin.activity
        : origin?.state === "known"
          ? known.get(origin.activityId)
          : undefined;
    if (!outcome || activity === undefined) throw new Error("a committed event has no activity");
    if (outcome.state === "created") return { activity, replayed: false };
    if (batch.activities[own]?.key?.hash.equals(outcome.hash)) return { activity, replayed: true };
    return { code: "idempotency_mismatch", issues: [{ path: ["idempotencyKey"], message: MISMATCH }] };
  });
  return { results, replayed: false };
}

function replayedAnswer(hash: Buffer, replay: Replay, known: Map<string, Activity>): CaptureOutcome {
  if (!hash.equals(replay.hash)) {
    const issues = [{ path: ["Idempotency-Key"], message: MISMATCH }];
    return { error: new ActivityError("idempotency_mismatch", `This Idempotency-Key ${MISMATCH}`, { issues }) };
  }
  let next = 0;
  const results: CaptureAnswer["results"] = [];
  // A key that came on an item keeps no answer: it stored one event.
  for (const refusal of replay.answer === null ? [null] : fromKeptAnswer(replay.answer)) {
    const activity = refusal === null ? known.get(replay.activityIds[next++] ?? "") : undefined;
    if (refusal !== null) results.push(refusal);
    else if (activity !== undefined) results.push({ activity, replayed: true });
    else return { error: new ActivityError("not_found", "What this Idempotency-Key stored is no longer there") };
  }
  return { results, replayed: true };
}
