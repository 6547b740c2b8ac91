import { createRequire } from "node:module";
import { z } from "zod";
import type { ActivityEvent } from "@/activity/event-schema";
import { githubSource } from "../../github";
import { delivery, RECEIVED_AT } from "../../testing/delivery";

/** One real payload and the event its header would name. */
export interface Example {
  event: string;
  payload: Record<string, unknown>;
}

/** The one event that a payload becomes. */
export function eventOf(event: string, payload: unknown): ActivityEvent {
  const events = githubSource.toEvents(delivery(JSON.stringify(payload), { "X-GitHub-Event": event }), RECEIVED_AT);
  const [first] = events;
  if (first === undefined || events.length !== 1) throw new Error(`${event} became ${events.length} events`);
  return first;
}

const definitions = z.array(z.object({ name: z.string(), examples: z.array(z.record(z.string(), z.unknown())) }));

/** Every payload that GitHub's community has collected, of github.com and of Enterprise servers. */
export function examples(): Example[] {
  const load = createRequire(import.meta.url);
  return ["api.github.com", "ghes-31", "ghes-32", "ghes-33", "ghes-34", "ghes-35"].flatMap((host) =>
    definitions
      .parse(load(`@octokit/webhooks-examples/${host}/index.json`))
      .flatMap(({ name, examples: payloads }) => payloads.map((payload) => ({ event: name, payload }))),
  );
}
