import { invalid } from "@/activity/errors";

/** Whether a body is a form, as its Content-Type says. */
export function isForm(contentType: string | null): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(contentType?.trim() ?? "");
}

/**
 * The fields of a form; of a field that was sent twice the last counts. Throws `invalid_request` for a text that does not begin with a
 * field: that it is a form stands in no signed byte, so a JSON text with somebody's `&payload=…` in it must not be read as one.
 */
export function readForm(text: string): Record<string, string> {
  if (!/^[\w.-]+=/.test(text)) throw invalid([], "must be a form");
  return Object.fromEntries(new URLSearchParams(text));
}

/** The JSON in the `payload` of a form. Throws `invalid_request` when there is none. */
export function payloadOf(form: Readonly<Record<string, string>>): string {
  if (!Object.hasOwn(form, "payload") || form.payload === undefined) throw invalid(["payload"], "must be in the form");
  return form.payload;
}
