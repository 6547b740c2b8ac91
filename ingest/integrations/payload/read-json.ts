import { ActivityError, invalid } from "@/activity/errors";
import { isJsonObject } from "@/activity/json";
import { Fields } from "./fields";

/** A body as text. Replacing bytes that are not UTF-8 would silently change what was sent: throws `malformed_json`. */
export function decodeText(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch (cause) {
    throw new ActivityError("malformed_json", "The body is not valid UTF-8.", { cause });
  }
}

/** A JSON text. Throws `malformed_json`, or `invalid_request` when it is empty. */
export function parseJson(text: string): unknown {
  if (text.trim() === "") throw invalid([], "must not be empty");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ActivityError("malformed_json", "The body is not JSON.", { cause });
  }
}

/** What each body holds, for as long as the body is there: its id, its name and its events are all read from it. */
const known = new WeakMap<Uint8Array, Fields>();

/** A body that must be a JSON object. Throws `malformed_json`, or `invalid_request` when it is empty or no object. */
export function readJsonObject(body: Uint8Array): Fields {
  const before = known.get(body);
  if (before !== undefined) return before;
  const value = parseJson(decodeText(body));
  if (!isJsonObject(value)) throw invalid([], "must be a JSON object");
  const fields = new Fields(value);
  known.set(body, fields);
  return fields;
}

/** The same for a look ahead that must not throw: null when it is no JSON object. */
export function peekJsonObject(body: Uint8Array): Fields | null {
  try {
    return readJsonObject(body);
  } catch {
    return null;
  }
}
