import type { ActivityEvent } from "@/activity/event-schema";
import { gitlabSource } from "../../gitlab";
import { delivery, RECEIVED_AT } from "../../testing/delivery";

/** The one event that a body becomes, sent by a GitLab at gitlab.example.com. */
export function eventOf(payload: unknown, header = "System Hook"): ActivityEvent {
  const headers = { "X-Gitlab-Event": header, "X-Gitlab-Instance": "https://gitlab.example.com" };
  const events = gitlabSource.toEvents(delivery(JSON.stringify(payload), headers), RECEIVED_AT);
  const [first] = events;
  if (first === undefined || events.length !== 1) throw new Error(`became ${events.length} events`);
  return first;
}
