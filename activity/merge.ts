import type { Activity } from "./activity";

type Place = Pick<Activity, "timestamp" | "seq">;

/** Feed order: newest first by (timestamp, seq). Timestamps are fixed-width ISO texts in UTC, so they compare as texts. */
export function compareFeedOrder(a: Place, b: Place): number {
  return compareTimes(a.timestamp, a.seq, b.timestamp, b.seq);
}

/** The same of places in parts, for whoever compares too many to make an object of each. */
export function compareTimes(oneTime: string, oneSeq: number, otherTime: string, otherSeq: number): number {
  if (oneTime !== otherTime) return oneTime < otherTime ? 1 : -1;
  return otherSeq - oneSeq;
}

/** Where in a list in feed order a place is, or would be: the index of the first that does not stand before it. */
export function placeIn(list: readonly Place[], place: Place, from = 0): number {
  let [low, high] = [from, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = list[middle];
    if (one !== undefined && compareFeedOrder(one, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a list in feed order holds an activity. */
export function holdsPlace(list: readonly Place[], place: Place): boolean {
  return list[placeIn(list, place)]?.seq === place.seq;
}

/**
 * Joins activities into a list kept in feed order, each seq once, whatever order they arrive in.
 * Returns the same array when nothing is new. `list` must already be in feed order; it may be very long, `incoming` is not.
 */
export function mergeActivities(list: readonly Activity[], incoming: readonly Activity[]): readonly Activity[] {
  const pieces: Activity[][] = [];
  let [from, newest] = [0, -1];
  for (const activity of [...incoming].sort(compareFeedOrder)) {
    const at = placeIn(list, activity, from);
    if (activity.seq === newest || list[at]?.seq === activity.seq) continue;
    newest = activity.seq;
    pieces.push(list.slice(from, at), [activity]);
    from = at;
  }
  return pieces.length === 0 ? list : pieces.concat(list.slice(from)).flat();
}

/** The activities of pages that follow each other, in feed order, each seq once; pages read at different times may overlap. */
export function joinPages(pages: readonly { items: readonly Activity[] }[]): readonly Activity[] {
  const joined: Activity[] = [];
  const others: Activity[] = [];
  for (const { items } of pages) {
    for (const activity of items) {
      const last = joined.at(-1);
      if (last === undefined || compareFeedOrder(last, activity) < 0) joined.push(activity);
      else others.push(activity);
    }
  }
  return mergeActivities(joined, others);
}
