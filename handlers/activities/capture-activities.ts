// The door of capture: POST /api/teams/{team}/activities.
import { ActivityError, type Issue } from "@/activity/errors";
import { getDatabase } from "@/db/client";
import { captureItems } from "@/ingest/capture";
import { type CaptureAnswer, sha256 } from "@/ingest/commit-batch";
import { type Answer, type Call, json } from "../call";
import { requireCaller } from "../require-caller";
import { readIdempotencyKey } from "./idempotency-key";
import { parseEvents } from "./parse-events";
import type { PostedEvents } from "./to-item";

/** `keyField`: what a caller knows an item's own key as. */
function toResults(answer: CaptureAnswer, keyField: PostedEvents["keyField"]) {
  const named = ({ path, message }: Issue) => ({
    path: path.length === 1 && path[0] === "idempotencyKey" ? [keyField] : path,
    message,
  });
  return answer.results.map((result) =>
    "activity" in result
      ? { status: 201 as const, activity: result.activity }
      : { status: 422 as const, code: result.code, issues: result.issues.map(named) },
  );
}

/** 201 when something was stored; an empty batch, which only CloudEvents has, is no failure. */
function batchStatus(results: readonly { status: 201 | 422 }[]): number {
  if (results.length === 0) return 200;
  return results.some(({ status }) => status === 201) ? 201 : 422;
}

/** POST …/activities, our own events or CloudEvents: one event → 201 and the activity; a batch → a result an item, 201 if at least one was stored, else 422. */
export async function captureActivitiesCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "capture");
  const key = readIdempotencyKey(call);
  const posted = await parseEvents(call);
  const request = { items: posted.items, key: key === null ? null : { name: key, hash: sha256(posted.body) } };
  const answer: CaptureAnswer = posted.items.some((item) => "event" in item)
    ? await captureItems(await getDatabase(), caller.team.id, request)
    : { results: posted.items.flatMap((item) => ("code" in item ? [item] : [])), replayed: false };

  const headers: Record<string, string> = {};
  const isReplay =
    answer.replayed || (!posted.isBatch && answer.results.some((result) => "activity" in result && result.replayed));
  if (isReplay) headers["idempotency-replayed"] = "true";
  const results = toResults(answer, posted.keyField);
  if (posted.isBatch) return json(batchStatus(results), { results }, headers);
  const [only] = results;
  if (only?.status !== 201) {
    throw new ActivityError(only?.code ?? "internal", only?.issues[0]?.message ?? "The event was not stored", {
      issues: only?.issues ?? [],
    });
  }
  return json(201, only.activity, {
    ...headers,
    location: `/api/teams/${caller.team.slug}/activities/${only.activity.id}`,
  });
}
