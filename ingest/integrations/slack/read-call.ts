import { invalid } from "@/activity/errors";
import { isJsonObject } from "@/activity/json";
import type { Delivery } from "../integration-source";
import { Fields } from "../payload/fields";
import { isForm, payloadOf, readForm } from "../payload/read-form";
import { decodeText, parseJson, readJsonObject } from "../payload/read-json";

/** One call of Slack's: an event is JSON, a slash command a form, an interaction JSON in a form's `payload`. */
export interface SlackCall {
  kind: "event" | "command" | "interaction";
  payload: Fields;
}

/** Throws `malformed_json`, or `invalid_request` for a body that is none of these. */
export function readSlackCall(delivery: Delivery): SlackCall {
  if (!isForm(delivery.header("Content-Type"))) return { kind: "event", payload: readJsonObject(delivery.body) };
  const form = readForm(decodeText(delivery.body));
  if (Object.hasOwn(form, "command") || Object.hasOwn(form, "ssl_check"))
    return { kind: "command", payload: new Fields(form) };
  const value = parseJson(payloadOf(form));
  if (!isJsonObject(value)) throw invalid(["payload"], "must be a JSON object");
  return { kind: "interaction", payload: new Fields(value) };
}

/** The same for a look ahead that must not throw. */
export function peekSlackCall(delivery: Delivery): SlackCall | null {
  try {
    return readSlackCall(delivery);
  } catch {
    return null;
  }
}

/** Slack's name of what happened: the inner event with its subtype, else the outer type. */
export function slackEventName({ kind, payload }: SlackCall): string | null {
  if (kind === "command") return "slash_command";
  const type = payload.text("event.type");
  if (type === null) return payload.text("type");
  const subtype = payload.text("event.subtype");
  return subtype === null ? type : `${type}.${subtype}`;
}
