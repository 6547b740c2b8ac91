import { ActivityError, type Issue } from "@/activity/errors";
import { eventSchema } from "@/activity/event-schema";
import type { CaptureItem } from "@/ingest/commit-batch";
import { toIssues } from "../read-json";

/** Limits of design §6: one event 1 MB; arrays, NDJSON and batches 16 MB. */
export const EVENT_BYTES = 1_048_576;
export const BATCH_BYTES = 16 * 1_048_576;

/** What was posted: one event, or a batch of independent items. */
export interface PostedEvents {
  isBatch: boolean;
  items: CaptureItem[];
  /** What a request's Idempotency-Key stands for: the raw body, as it came, after what headers say of the event. */
  body: Uint8Array;
  /** Where an item has the key by which it is stored once. */
  keyField: "idempotencyKey" | "id";
}

/** `inexact` is a number of the item that was changed by parsing: what is not stored as posted is refused. */
export function toItem(value: unknown, inexact?: Issue): CaptureItem {
  const result = eventSchema.safeParse(value);
  const issues = result.success ? [] : toIssues(result.error);
  const isNamed = issues.some(({ path }) => path.join("\n") === inexact?.path.join("\n"));
  if (inexact !== undefined && !isNamed) issues.push(inexact);
  return result.success && issues.length === 0 ? { event: result.data } : { code: "invalid_request", issues };
}

/** The inexact numbers of a JSON array by the items they are in; the path of an issue starts in its item. */
export function byPlace(inexact: Issue[]): Map<string | number | undefined, Issue> {
  return new Map(inexact.map(({ path, message }) => [path[0], { path: path.slice(1), message }]));
}

/** A single item that must be valid. Throws `invalid_request` with its paths. */
export function requireValid(item: CaptureItem): CaptureItem {
  if (!("code" in item)) return item;
  const first = item.issues[0];
  const where = first === undefined || first.path.length === 0 ? "body" : first.path.join(".");
  throw new ActivityError("invalid_request", `${where}: ${first?.message ?? "is not valid"}`, { issues: item.issues });
}
