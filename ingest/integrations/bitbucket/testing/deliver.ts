import type { ActivityEvent } from "@/activity/event-schema";
import { bitbucketSource } from "../../bitbucket";
import { delivery, RECEIVED_AT } from "../../testing/delivery";

/** The events of a payload whose key the header says. */
export function readAll(key: string, payload: unknown): ActivityEvent[] {
  return bitbucketSource.toEvents(delivery(JSON.stringify(payload), { "X-Event-Key": key }), RECEIVED_AT);
}

/** The one event of such a payload. */
export function read(key: string, payload: unknown): ActivityEvent {
  const [told, ...more] = readAll(key, payload);
  if (told === undefined || more.length > 0) throw new Error(`${key} became ${more.length + 1} events`);
  return told;
}
