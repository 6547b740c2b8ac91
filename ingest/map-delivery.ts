// Second step of a webhook: what its source says of a genuine delivery becomes events, whatever goes wrong with the mapping.
import { asActivityError } from "@/activity/errors";
import { type ActivityEvent, eventSchema } from "@/activity/event-schema";
import { log } from "@/log";
import type { Delivery, IntegrationSource } from "./integrations/integration-source";
import { tellPlainly } from "./integrations/tell-plainly";

/** What a delivery became, and what kept its mapping from telling it in its own words. */
export interface MappedDelivery {
  events: ActivityEvent[];
  fault: string | null;
}

/** The events of a genuine delivery, at least one. Throws `malformed_json` and `invalid_request` for a body that cannot be one at all. */
export function mapDelivery(source: IntegrationSource, delivery: Delivery, receivedAt: Date): MappedDelivery {
  let fault: string;
  try {
    const events = source.toEvents(delivery, receivedAt);
    const wrong = events.flatMap((event) => eventSchema.safeParse(event).error?.issues ?? []);
    if (events.length > 0 && wrong.length === 0) return { events, fault: null };
    const [first] = wrong;
    fault = first === undefined ? "it made no event" : `${first.path.join(".")}: ${first.message}`;
  } catch (error) {
    if (asActivityError(error) !== null) throw error;
    log.error({ err: error, provider: source.provider }, "a delivery could not be mapped");
    fault = error instanceof Error ? error.message : String(error);
  }
  return { events: [tellPlainly(source, delivery, receivedAt)], fault };
}
