import { type GenericConfig, genericConfigSchema } from "@/activity/generic/generic-config";
import type { GenericMapping } from "@/activity/generic/mapping-schema";
import { genericSource } from "../../generic";
import { delivery, RECEIVED_AT } from "../../testing/delivery";

/** A source with this mapping, checked as it is when it is saved. */
export function sourceWith(event: GenericMapping, more: Partial<GenericConfig> = {}) {
  return genericSource(genericConfigSchema.parse({ signature: { scheme: "standard" }, event, ...more }));
}

/** What a mapping makes of a payload, or of a text of JSON. */
export function tellAll(event: GenericMapping, payload: unknown, headers: Record<string, string> = {}) {
  const body = typeof payload === "string" ? payload : JSON.stringify(payload);
  return sourceWith(event).toEvents(delivery(body, headers), RECEIVED_AT);
}

/** The first event that a mapping makes of a payload. */
export function tell(event: GenericMapping, payload: unknown, headers: Record<string, string> = {}) {
  const [first] = tellAll(event, payload, headers);
  if (first === undefined) throw new Error("nothing was told");
  return first;
}
