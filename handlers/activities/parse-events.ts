import { ActivityError, asActivityError, type Issue, invalid } from "@/activity/errors";
import { listInexactNumbers } from "@/activity/exact-numbers";
import type { CaptureItem } from "@/ingest/commit-batch";
import type { Call } from "../call";
import { decodeUtf8, mediaType, parseJson } from "../read-json";
import { isCloudCall, parseCloudEvents } from "./parse-cloud-events";
import { BATCH_BYTES, byPlace, EVENT_BYTES, type PostedEvents, requireValid, toItem } from "./to-item";

const MAX_ITEMS = 1_000;
const NDJSON = new Set(["application/x-ndjson", "application/ndjson", "application/jsonl"]);
const keyField = "idempotencyKey";

/** The items of a posted array. */
function toItems(values: unknown[], inexact: Issue[]): CaptureItem[] {
  const faults = byPlace(inexact);
  return values.map((value, place) => toItem(value, faults.get(place)));
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
 * Reads the posted events: our own as JSON, an array or NDJSON, or CloudEvents. A single event that is not valid throws
 * `invalid_request` with its paths; an item of a batch becomes a refusal. Throws also `unsupported_media_type`, `malformed_json` and
 * `payload_too_large`.
 */
export async function parseEvents(call: Call): Promise<PostedEvents> {
  if (isCloudCall(call)) return await parseCloudEvents(call);
  const type = mediaType(call);
  if (NDJSON.has(type)) {
    const body = await call.body(BATCH_BYTES);
    const lines = decodeUtf8(body)
      .split("\n")
      .filter((line) => line.trim() !== "");
    checkCount(lines.length);
    return { isBatch: true, items: lines.map(lineToItem), body, keyField };
  }
  if (type !== "application/json") {
    throw new ActivityError(
      "unsupported_media_type",
      "The content type must be application/json, application/x-ndjson or one of CloudEvents",
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
    return { isBatch: true, items: toItems(value, listInexactNumbers(text)), body, keyField };
  }
  return { isBatch: false, items: [requireValid(toItem(value, listInexactNumbers(text)[0]))], body, keyField };
}
