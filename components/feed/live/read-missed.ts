import type { Activity, ActivityPage } from "@/activity/activity";
import { parseEventId } from "@/activity/event-id";
import { compareFeedOrder } from "@/activity/merge";
import { edgeOf, type Place } from "../list/edge-of";

/** Further than this a list is read anew instead. */
const MAX_PAGES = 25;

/**
 * Reads a list from its top down to `edge`, the lowest place that is loaded, so that late events are found too.
 * Null when it cannot be joined to what is known: another epoch, an older state, or too far to read.
 */
export async function readMissed(
  read: (cursor: string | null) => Promise<ActivityPage>,
  newest: string,
  edge: Place | null,
  isKnown: (lastEventId: string) => boolean,
): Promise<{ items: readonly Activity[]; lastEventId: string } | null> {
  const known = parseEventId(newest);
  const items: Activity[] = [];
  let first: string | undefined;
  for (let cursor: string | null = null, pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await read(cursor);
    const head = parseEventId(page.lastEventId);
    if (known === null || head === null || known.epoch !== head.epoch || head.seq < known.seq) return null;
    first ??= page.lastEventId;
    items.push(...page.items);
    if (isKnown(first)) return { items, lastEventId: first };
    const reached = edgeOf(page);
    if (reached === null || (edge !== null && compareFeedOrder(reached, edge) >= 0))
      return { items, lastEventId: first };
    cursor = page.nextCursor;
  }
  return null;
}
