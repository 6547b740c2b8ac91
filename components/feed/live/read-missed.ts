import type { Activity, ActivityPage } from "@/activity/activity";
import { parseEventId } from "@/activity/event-id";
import { compareFeedOrder } from "@/activity/merge";
import { edgeOf, type Place } from "../list/edge-of";

/** What was read of a list: its items, complete from the top down to `reached` (null: to its end) when `isWhole`, as of an event id. */
interface Missed {
  items: readonly Activity[];
  lastEventId: string;
  reached: Place | null;
  /** False when nothing was new: then only the top was read. */
  isWhole: boolean;
}

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
): Promise<Missed | null> {
  const known = parseEventId(newest);
  const items: Activity[] = [];
  let first: string | undefined;
  for (let cursor: string | null = null, pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await read(cursor);
    const head = parseEventId(page.lastEventId);
    if (known === null || head === null || known.epoch !== head.epoch || head.seq < known.seq) return null;
    first ??= page.lastEventId;
    items.push(...page.items);
    const reached = edgeOf(page);
    if (isKnown(first)) return { items, lastEventId: first, reached, isWhole: false };
    if (reached === null || (edge !== null && compareFeedOrder(reached, edge) >= 0))
      return { items, lastEventId: first, reached, isWhole: true };
    cursor = page.nextCursor;
  }
  return null;
}

/** Ids of what is shown and was not in the list where it should be: hidden since. */
export function findHidden(shown: readonly Activity[], { items, lastEventId, reached, isWhole }: Missed): string[] {
  if (!isWhole) return [];
  const there = new Set(items.map(({ id }) => id));
  const head = parseEventId(lastEventId)?.seq ?? 0;
  const isCovered = (activity: Activity) =>
    activity.seq <= head && (reached === null || compareFeedOrder(activity, reached) <= 0);
  return shown.filter((activity) => isCovered(activity) && !there.has(activity.id)).map(({ id }) => id);
}
