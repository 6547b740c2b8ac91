import { invalid } from "@/activity/errors";

/** Whether a body is a form, as its Content-Type says. */
export function isForm(contentType: string | null): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(contentType?.trim() ?? "");
}

/** The fields of a form; of a field that was sent twice the last counts. */
export function readForm(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The JSON in the `payload` of a form. Throws `invalid_request` when there is none. */
export function payloadOf(form: Readonly<Record<string, string>>): string {
  if (!Object.hasOwn(form, "payload") || form.payload === undefined) throw invalid(["payload"], "must be in the form");
  return form.payload;
}
