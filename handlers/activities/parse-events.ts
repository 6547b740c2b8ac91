import { ActivityError, asActivityError, type Issue, invalid } from "@/activity/errors";
import { eventSchema } from "@/activity/event-schema";
import { listInexactNumbers } from "@/activity/exact-numbers";
import type { CaptureItem } from "@/ingest/commit-batch";
import type { Call } from "../call";
import { decodeUtf8, mediaType, parseJson, toIssues } from "../read-json";

/** Limits of design §6: one event 1 MB; arrays and NDJSON 16 MB and 1,000 items. */
const EVENT_BYTES = 1_048_576;
const BATCH_BYTES = 16 * 1_048_576;
const MAX_ITEMS = 1_000;
const NDJSON = new Set(["application/x-ndjson", "application/ndjson", "application/jsonl"]);

/** What was posted: one event, or a batch of independent items. */
export interface PostedEvents {
  isBatch: boolean;
  items: CaptureItem[];
  /** The raw body, as it came. */
  body: Uint8Array;
}

/** `inexact` is a number of the item that was changed by parsing: what is not stored as posted is refused. */
function toItem(value: unknown, inexact?: Issue): CaptureItem {
  const result = eventSchema.safeParse(value);
  const issues = result.success ? [] : toIssues(result.error);
  const isNamed = issues.some(({ path }) => path.join("\n") === inexact?.path.join("\n"));
  if (inexact !== undefined && !isNamed) issues.push(inexact);
  return result.success && issues.length === 0 ? { event: result.data } : { code: "invalid_request", issues };
}

/** The items of a posted array; the path of an issue starts in its item. */
function toItems(values: unknown[], inexact: Issue[]): CaptureItem[] {
  const byPlace = new Map(inexact.map(({ path, message }) => [path[0], { path: path.slice(1), message }]));
  return values.map((value, place) => toItem(value, byPlace.get(place)));
}

function lineToItem(line: string): CaptureItem {
  try {
    return toItem(parseJson(line), listInexactNumbers(line)[0]);
  } catch (error) {
    const fault = asActivityError(error);
    if (fault === null) throw error;
    return { code: fault.code, issues: [{ path: [], message: fault.message }] };
  }
}

function checkCount(count: number): void {
  if (count === 0) throw invalid([], "must hold at least one event");
  if (count > MAX_ITEMS) throw invalid([], `must hold at most ${MAX_ITEMS} events`);
}

/**
 * Reads the posted events. A single event that is not valid throws `invalid_request` with its paths; an item of a batch becomes a refusal.
 * Throws also `unsupported_media_type`, `malformed_json` and `payload_too_large`.
 */
export async function parseEvents(call: Call): Promise<PostedEvents> {
  const type = mediaType(call);
  if (NDJSON.has(type)) {
    const body = await call.body(BATCH_BYTES);
    const lines = decodeUtf8(body)
      .split("\n")
      .filter((line) => line.trim() !== "");
    checkCount(lines.length);
    return { isBatch: true, items: lines.map(lineToItem), body };
  }
  if (type !== "application/json") {
    throw new ActivityError(
      "unsupported_media_type",
      "The content type must be application/json or application/x-ndjson",
    );
  }
  const body = await call.body(BATCH_BYTES);
  const text = decodeUtf8(body);
  const isArray = /^\s*\[/.test(text.slice(0, 1_000));
  if (!isArray && body.byteLength > EVENT_BYTES) {
    throw new ActivityError("payload_too_large", `An event must be at most ${EVENT_BYTES} bytes`);
  }
  const value = parseJson(text);
  if (Array.isArray(value)) {
    checkCount(value.length);
    return { isBatch: true, items: toItems(value, listInexactNumbers(text)), body };
  }
  const item = toItem(value, listInexactNumbers(text)[0]);
  if ("code" in item) {
    const first = item.issues[0];
    const where = first === undefined || first.path.length === 0 ? "body" : first.path.join(".");
    throw new ActivityError("invalid_request", `${where}: ${first?.message ?? "is not valid"}`, {
      issues: item.issues,
    });
  }
  return { isBatch: false, items: [item], body };
}
