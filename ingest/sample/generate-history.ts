import type { ActivityEvent } from "@/activity/event-schema";
import { createStoryteller, type SampleOptions } from "./storyteller";

/**
 * Believable activity of a team of ten up to `now`, oldest first: working days are busy, weekends quiet, and events
 * tell whole stories. The last ones are minutes old. Pure: equal options give equal events.
 */
export function generateHistory(options: SampleOptions): ActivityEvent[] {
  const { past } = createStoryteller(options);
  return past.map(({ at, draft }) => ({ ...draft, timestamp: new Date(at).toISOString() }));
}
