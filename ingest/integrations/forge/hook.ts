import { invalid } from "@/activity/errors";
import { isJsonObject } from "@/activity/json";
import { type Actor, typeWord } from "../payload/draft";
import { Fields } from "../payload/fields";
import { isForm, payloadOf, readForm } from "../payload/read-form";
import { decodeText, parseJson, readJsonObject } from "../payload/read-json";

/** Where senders that host repositories differ, though their payloads are alike. */
export interface Forge {
  /** The service itself, for what no person did. */
  itself: Actor;
  /** Who an account is; null when it is nobody, or the service's own. */
  account(user: Fields): Actor | null;
  /** The page of a branch or tag, below its repository's. */
  refPage(kind: "branch" | "tag", name: string): string;
}

/** One delivery of a forge: the event its header names, the action its body names, and the body. */
export interface Hook {
  forge: Forge;
  event: string;
  /** As the sender names it (`opened`), made fit for an event type; null when the event has no actions. */
  action: string | null;
  payload: Fields;
}

const ACTION_CHARACTERS = 100;

/** A `repository_dispatch` carries any text as its action. */
function readAction(value: unknown): string | null {
  const word = typeof value === "string" ? typeWord(value.slice(0, ACTION_CHARACTERS)) : null;
  return word === null ? null : Array.from(word).slice(0, 50).join("");
}

/**
 * The field `payload` of a body that is a form, null when it does not begin with it; undefined for a body that is no form.
 * Which of the two a body is stands in no signed byte: a JSON text with somebody's `&payload=…` in it must not be read as a form.
 */
export function formPayload(body: Uint8Array, contentType: string | null): string | null | undefined {
  if (!isForm(contentType)) return undefined;
  const text = decodeText(body);
  return text.startsWith("payload=") ? payloadOf(readForm(text)) : null;
}

function readPayload(body: Uint8Array, contentType: string | null): Fields {
  const text = formPayload(body, contentType);
  if (text === undefined) return readJsonObject(body);
  if (text === null) throw invalid(["payload"], "must be in the form");
  const value = parseJson(text);
  if (!isJsonObject(value)) throw invalid([], "must be a JSON object");
  return new Fields(value);
}

/** Parses a body, JSON or a form with `payload=`. Throws `malformed_json`, or `invalid_request` when it is empty or no object. */
export function readHook(forge: Forge, event: string, body: Uint8Array, contentType: string | null): Hook {
  const payload = readPayload(body, contentType);
  return { forge, event, action: readAction(payload.at("action").value), payload };
}

/** `pull_request.opened` for the delivery log; null without an event. Never throws. */
export function hookName(event: string | null, body: Uint8Array, contentType: string | null): string | null {
  if (event === null) return null;
  try {
    const action = readAction(readPayload(body, contentType).at("action").value);
    return [event, ...(action === null ? [] : [action])].join(".");
  } catch {
    return event;
  }
}
