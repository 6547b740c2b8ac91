import { ActivityError, invalid } from "@/activity/errors";
import { isJsonObject } from "@/activity/json";
import { storable } from "../clean-text";
import { Fields } from "../fields";

/** One delivery of GitHub: the event its header names, the action its body names, and the body. */
export interface Hook {
  event: string;
  /** As GitHub names it (`opened`), made fit for an event type; null when the event has no actions. */
  action: string | null;
  payload: Fields;
}

const ACTION_CHARACTERS = 100;

/** Reads the action. A `repository_dispatch` carries any text there, and an event type must not end in `.*`. */
function readAction(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const words = storable(value.slice(0, ACTION_CHARACTERS))
    .replace(/[^\p{L}\p{N}_.-]+/gu, "_")
    .replace(/^[._]+|[._]+$/g, "");
  return words === "" ? null : Array.from(words).slice(0, 50).join("");
}

/** Replacing bytes that are not UTF-8 would silently change what was sent. */
function decodeText(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch (cause) {
    throw new ActivityError("malformed_json", "The body is not valid UTF-8.", { cause });
  }
}

function payloadText(text: string, contentType: string | null): string {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType?.trim() ?? "");
  if (!isForm) return text;
  const payload = new URLSearchParams(text).get("payload");
  if (payload === null) throw invalid(["payload"], "must be in the form");
  return payload;
}

/** Parses a body, JSON or a form with `payload=`. Throws `malformed_json`, or `invalid_request` when it is empty or no object. */
export function readHook(event: string, body: Uint8Array, contentType: string | null): Hook {
  const text = payloadText(decodeText(body), contentType);
  if (text.trim() === "") throw invalid([], "must not be empty");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ActivityError("malformed_json", "The body is not JSON.", { cause });
  }
  if (!isJsonObject(value)) throw invalid([], "must be a JSON object");
  return { event, action: readAction(value.action), payload: new Fields(value) };
}
