import { createHash } from "node:crypto";
import { invalid } from "@/activity/errors";
import type { Json } from "@/activity/json";
import { stableId } from "../payload/draft";
import { plainJson } from "../payload/plain-json";
import type { CloudData } from "./read-data";

/** One event of CloudEvents 1.0, whichever way it came. */
export interface CloudEvent {
  id: string;
  source: string;
  type: string;
  subject: string | null;
  time: string | null;
  dataschema: string | null;
  datacontenttype: string | null;
  /** The attributes that the specification does not know, those without a value left out. */
  extensions: { [name: string]: Json };
  data: CloudData;
}

const KNOWN = ["specversion", "id", "source", "type", "subject", "time", "dataschema", "datacontenttype"];

/** An attribute's text; null when it has no value, which an empty text is not either. Throws `invalid_request` naming it. */
function optional(attributes: ReadonlyMap<string, unknown>, name: string): string | null {
  const value = attributes.get(name) ?? null;
  if (value === null || value === "") return null;
  if (typeof value !== "string") throw invalid([name], "must be a text");
  if (/\p{Cc}|\p{Surrogate}/u.test(value)) throw invalid([name], "must not contain control characters");
  return value;
}

function required(attributes: ReadonlyMap<string, unknown>, name: string): string {
  const value = optional(attributes, name);
  if (value === null || value.trim() === "") throw invalid([name], "must be sent, and not be empty");
  return value;
}

/** Checks an event's attributes, by their names. Throws `invalid_request` naming the one that is missing or not as it must be. */
export function toCloudEvent(attributes: ReadonlyMap<string, unknown>, data: CloudData): CloudEvent {
  const specversion = required(attributes, "specversion");
  if (!/^1\.\d+$/.test(specversion)) throw invalid(["specversion"], "must be 1.0");
  const extensions = [...attributes].filter(([name, value]) => value !== null && !KNOWN.includes(name));
  return {
    id: required(attributes, "id"),
    source: required(attributes, "source"),
    type: required(attributes, "type"),
    subject: optional(attributes, "subject"),
    time: optional(attributes, "time"),
    dataschema: optional(attributes, "dataschema"),
    datacontenttype: optional(attributes, "datacontenttype"),
    extensions: Object.fromEntries(extensions.map(([name, value]) => [name, plainJson(value)])),
    data,
  };
}

/** What an event is the same by, wherever it comes from: its source, a URI and so without blanks, and its id. At most 256 bytes. */
export function eventIdentity({ source, id }: CloudEvent, prefix = ""): string {
  return stableId(prefix, source.replace(/\s/gu, encodeURIComponent), " ", id);
}

/** SHA-256 of what an event says, the same in each content mode. Brokers on its way may add extensions, and set its time when it has none. */
export function eventFingerprint({ type, subject, data }: CloudEvent): Buffer {
  const said = data.kind === "bytes" ? Buffer.from(data.bytes).toString("base64") : data;
  return createHash("sha256")
    .update(JSON.stringify([type, subject, said]))
    .digest();
}
