import { invalid } from "@/activity/errors";
import { isJsonObject } from "@/activity/json";
import { typeWord } from "../payload/draft";
import { Fields } from "../payload/fields";
import { isForm, payloadOf, readForm } from "../payload/read-form";
import { decodeText, parseJson } from "../payload/read-json";

/** One delivery of GitHub: the event its header names, the action its body names, and the body. */
export interface Hook {
  event: string;
  /** As GitHub names it (`opened`), made fit for an event type; null when the event has no actions. */
  action: string | null;
  payload: Fields;
}

const ACTION_CHARACTERS = 100;

/** A `repository_dispatch` carries any text as its action. */
function readAction(value: unknown): string | null {
  const word = typeof value === "string" ? typeWord(value.slice(0, ACTION_CHARACTERS)) : null;
  return word === null ? null : Array.from(word).slice(0, 50).join("");
}

/** Parses a body, JSON or a form with `payload=`. Throws `malformed_json`, or `invalid_request` when it is empty or no object. */
export function readHook(event: string, body: Uint8Array, contentType: string | null): Hook {
  const text = decodeText(body);
  const value = parseJson(isForm(contentType) ? payloadOf(readForm(text)) : text);
  if (!isJsonObject(value)) throw invalid([], "must be a JSON object");
  return { event, action: readAction(value.action), payload: new Fields(value) };
}
