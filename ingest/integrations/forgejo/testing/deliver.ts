import { expect } from "vitest";
import type { ActivityEvent } from "@/activity/event-schema";
import { forgejoSource } from "../../forgejo";
import { delivery, RECEIVED_AT } from "../../testing/delivery";
import { marta, repository } from "./payloads";

/** The one event of a payload, whose event the header names as `event` or `event.action`. */
export function read(type: string, payload: Record<string, unknown>): ActivityEvent {
  const [event = "", action] = type.split(".");
  const body = JSON.stringify({ ...(action === undefined ? {} : { action }), repository, sender: marta, ...payload });
  const headers = { "X-Forgejo-Event": event, "X-Gitea-Event": event };
  const [told] = forgejoSource.toEvents(delivery(body, headers), RECEIVED_AT);
  if (told === undefined) throw new Error("nothing was told");
  expect(told.eventType).toBe(`forgejo.${type}`);
  return told;
}
