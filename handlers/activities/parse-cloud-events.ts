import type { ActivityError, Issue } from "@/activity/errors";
import { listInexactNumbers } from "@/activity/exact-numbers";
import type { CaptureItem } from "@/ingest/commit-batch";
import { type CloudEvent, eventFingerprint } from "@/ingest/integrations/cloudevents/cloud-event";
import { describeCloudEvent } from "@/ingest/integrations/cloudevents/describe-cloud-event";
import { isCloudBatch, isCloudFormat, isFault, readCloudMessage } from "@/ingest/integrations/cloudevents/read-message";
import type { Call } from "../call";
import { mediaType } from "../read-json";
import { BATCH_BYTES, byPlace, EVENT_BYTES, type PostedEvents, requireValid, toItem } from "./to-item";

/** True for a call that says it is of CloudEvents: by its content type, or in binary mode by a header. */
export function isCloudCall(call: Call): boolean {
  return isCloudFormat(mediaType(call)) || call.header("ce-specversion") !== null;
}

/** What the headers of binary mode say, in an order of their own, as bytes. */
function attributeBytes(call: Call): Buffer {
  const attributes = [...call.headers()].filter(([name]) => /^ce-/i.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(attributes.length === 0 ? "" : JSON.stringify(attributes));
}

/** An event as it is captured, told as a webhook's is. It counts once by its source and id, and no other may have them. */
function toCloudItem(read: CloudEvent | ActivityError, now: Date, inexact?: Issue): CaptureItem {
  if (isFault(read)) return { code: read.code, issues: read.issues ?? [{ path: [], message: read.message }] };
  const item = toItem(describeCloudEvent(read, now), inexact);
  return "code" in item ? item : { ...item, fingerprint: eventFingerprint(read) };
}

/**
 * Reads posted CloudEvents: one in structured or binary mode, or a batch, which may be empty. Throws as our own format does, for the
 * same faults.
 */
export async function parseCloudEvents(call: Call): Promise<PostedEvents> {
  const type = mediaType(call);
  const body = await call.body(isCloudBatch(type) ? BATCH_BYTES : EVENT_BYTES);
  const { isBatch, items, json } = readCloudMessage({ header: call.header, headers: call.headers, body });
  const inexact = json === null ? [] : listInexactNumbers(json);
  const now = new Date();
  const keyField = "id";
  if (isBatch) {
    const faults = byPlace(inexact);
    return { isBatch, items: items.map((read, place) => toCloudItem(read, now, faults.get(place))), body, keyField };
  }
  // In binary mode the JSON is that of the data.
  const prefix = isCloudFormat(type) ? [] : ["data"];
  const issue = inexact.map(({ path, message }) => ({ path: [...prefix, ...path], message }))[0];
  const all = items.map((read) => requireValid(toCloudItem(read, now, issue)));
  return { isBatch, items: all, body: Buffer.concat([attributeBytes(call), body]), keyField };
}
