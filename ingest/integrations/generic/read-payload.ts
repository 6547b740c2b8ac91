import { invalid } from "@/activity/errors";
import { decodeText, parseJson } from "../payload/read-json";

/** A text, which is left alone, or a number. */
const TOKEN = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Integers that a JavaScript number cannot hold as texts: ids of 18 digits would be rounded, and two things become one. */
function parseExactly(text: string): unknown {
  const value = parseJson(text);
  if (!/\d{16}/.test(text)) return value;
  const isUnsafe = (token: string) => /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token));
  return JSON.parse(text.replace(TOKEN, (token) => (isUnsafe(token) ? `"${token}"` : token)));
}

/** What each body holds, for as long as the body is there: its secret, its id, its name and its events are all read from it. */
const known = new WeakMap<Uint8Array, { value: unknown }>();

/** A body as a JSON object or list. Throws `malformed_json`, or `invalid_request` when it is empty or anything else. */
export function readPayload(body: Uint8Array): unknown {
  const before = known.get(body);
  if (before !== undefined) return before.value;
  const value = parseExactly(decodeText(body));
  if (typeof value !== "object" || value === null) throw invalid([], "must be a JSON object, or a list of them");
  known.set(body, { value });
  return value;
}

/** The same for a look ahead that must not throw: undefined when it is no JSON. */
export function peekPayload(body: Uint8Array): unknown {
  try {
    return readPayload(body);
  } catch {
    return undefined;
  }
}
