import type { ActivityEvent } from "@/activity/event-schema";
import { linearSource } from "../../linear";
import { delivery, RECEIVED_AT } from "../../testing/delivery";

/** The one event that a body becomes. */
export function eventOf(payload: unknown, header = "Event"): ActivityEvent {
  const events = linearSource.toEvents(delivery(JSON.stringify(payload), { "Linear-Event": header }), RECEIVED_AT);
  const [first] = events;
  if (first === undefined || events.length !== 1) throw new Error(`became ${events.length} events`);
  return first;
}
