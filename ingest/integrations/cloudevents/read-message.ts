import { ActivityError, asActivityError, invalid } from "@/activity/errors";
import { isJsonObject } from "@/activity/json";
import type { Delivery } from "../integration-source";
import { plainJson } from "../payload/plain-json";
import { parseJson } from "../payload/read-json";
import { type CloudEvent, toCloudEvent } from "./cloud-event";
import { decodeHeaderValue } from "./header-value";
import { type CloudData, decodeBytes, isJsonType, mediaTypeOf, readBytes } from "./read-data";

/** Events that one batch may hold. */
const MOST_EVENTS = 1_000;
/** The media types of the JSON formats; other formats start the same and are not understood. */
const FORMAT = "application/cloudevents";
const SINGLE = "application/cloudevents+json";
const BATCH = "application/cloudevents-batch+json";
/** Attributes of which one in a header means that the body is the data alone. */
const REQUIRED = ["ce-specversion", "ce-id", "ce-source", "ce-type"];

/** What one HTTP request says, in order. */
export interface CloudMessage {
  isBatch: boolean;
  /** One an event; of a batch also those that cannot be one, with what is wrong with them. */
  items: (CloudEvent | ActivityError)[];
  /** The JSON that was read: of the events, or of the data of one in binary mode. */
  json: string | null;
}

/** True for one of a batch that cannot be an event. */
export function isFault(item: CloudEvent | ActivityError): item is ActivityError {
  return asActivityError(item) !== null;
}

/** True when a media type claims to be a format of CloudEvents. */
export function isCloudFormat(mediaType: string): boolean {
  return mediaType.startsWith(FORMAT);
}

/** True for the media type of a batch in the JSON format. */
export function isCloudBatch(mediaType: string): boolean {
  return mediaType === BATCH;
}

function fromBase64(text: string): Uint8Array {
  const bytes = Buffer.from(text, "base64");
  const isWhole = bytes.toString("base64").replace(/=+$/, "") === text.replace(/=+$/, "");
  if (!isWhole) throw invalid(["data_base64"], "must be Base64");
  return bytes;
}

function structuredData(attributes: ReadonlyMap<string, unknown>): CloudData {
  const [data, base64, type] = ["data", "data_base64", "datacontenttype"].map((name) => attributes.get(name));
  const contentType = typeof type === "string" ? type : null;
  if (base64 !== undefined && base64 !== null) {
    if (data !== undefined) throw invalid(["data_base64"], "must not be sent beside data");
    if (typeof base64 !== "string") throw invalid(["data_base64"], "must be Base64");
    const bytes = fromBase64(base64);
    try {
      return readBytes(bytes, contentType ?? "application/octet-stream");
    } catch (error) {
      // The envelope is whole: what its data was meant to be is between others.
      if (asActivityError(error) === null) throw error;
      return { kind: "bytes", bytes };
    }
  }
  if (data === undefined) return { kind: "none" };
  const isJson = contentType === null || isJsonType(contentType) || typeof data !== "string";
  return isJson ? { kind: "json", value: plainJson(data) } : { kind: "text", text: data };
}

/** An event in the JSON format. Throws `invalid_request` naming what is wrong with it. */
function fromObject(value: unknown): CloudEvent {
  if (!isJsonObject(value)) throw invalid([], "must be a JSON object");
  const attributes = new Map<string, unknown>(Object.entries(value));
  const data = structuredData(attributes);
  attributes.delete("data");
  attributes.delete("data_base64");
  return toCloudEvent(attributes, data);
}

function fromItem(value: unknown): CloudEvent | ActivityError {
  try {
    return fromObject(value);
  } catch (error) {
    const fault = asActivityError(error);
    if (fault === null) throw error;
    return fault;
  }
}

function readBinary(message: Delivery): CloudMessage {
  const contentType = message.header("content-type");
  const attributes = new Map<string, unknown>();
  for (const [header, value] of message.headers()) {
    const name = /^ce-(.+)$/i.exec(header)?.[1]?.toLowerCase();
    if (name !== undefined) attributes.set(name, decodeHeaderValue(name, value));
  }
  attributes.set("datacontenttype", contentType);
  const data = readBytes(message.body, contentType);
  const json = data.kind === "json" ? decodeBytes(message.body, contentType) : null;
  return { isBatch: false, items: [toCloudEvent(attributes, data)], json };
}

/** What was read from each body, for as long as it is there, with the headers that it was read by. */
const known = new WeakMap<Uint8Array, { head: string; read: CloudMessage }>();

/**
 * Reads one HTTP request in any content mode of CloudEvents' HTTP binding: structured, batched or binary. Throws
 * `unsupported_media_type`, `malformed_json`, or `invalid_request` for what concerns the whole; a fault in one of a batch stands in its place.
 */
export function readCloudMessage(message: Delivery): CloudMessage {
  const attributes = [...message.headers()].filter(([name]) => /^ce-/i.test(name));
  const head = JSON.stringify([message.header("content-type"), attributes]);
  const before = known.get(message.body);
  if (before?.head === head) return before.read;
  const read = readAnew(message);
  known.set(message.body, { head, read });
  return read;
}

function readAnew(message: Delivery): CloudMessage {
  const contentType = message.header("content-type");
  const mediaType = mediaTypeOf(contentType);
  if (!isCloudFormat(mediaType) && REQUIRED.some((name) => message.header(name) !== null)) return readBinary(message);
  if (mediaType !== SINGLE && mediaType !== BATCH)
    throw new ActivityError(
      "unsupported_media_type",
      `The content type must be ${SINGLE} or ${BATCH}, or ce- headers must be sent`,
    );
  const json = decodeBytes(message.body, contentType);
  const value = parseJson(json);
  if (mediaType === SINGLE) return { isBatch: false, items: [fromObject(value)], json };
  if (!Array.isArray(value)) throw invalid([], "must be a JSON array of events");
  if (value.length > MOST_EVENTS) throw invalid([], `must hold at most ${MOST_EVENTS} events`);
  return { isBatch: true, items: value.map(fromItem), json };
}
