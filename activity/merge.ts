import type { Activity } from "./activity";

type Place = Pick<Activity, "timestamp" | "seq">;

/** Feed order: newest first by (timestamp, seq). Timestamps are fixed-width ISO texts in UTC, so they compare as texts. */
export function compareFeedOrder(a: Place, b: Place): number {
  if (a.timestamp !== b.timestamp) return a.timestamp < b.timestamp ? 1 : -1;
  return b.seq - a.seq;
}

/**
 * Joins activities into a list kept in feed order, each seq once, whatever order they arrive in.
 * Returns the same array when nothing is new. `list` must already be in feed order.
 */
export function mergeActivities(list: readonly Activity[], incoming: readonly Activity[]): readonly Activity[] {
  const known = new Set(list.map((activity) => activity.seq));
  const fresh: Activity[] = [];
  for (const activity of incoming) {
    if (known.has(activity.seq)) continue;
    known.add(activity.seq);
    fresh.push(activity);
  }
  if (fresh.length === 0) return list;
  fresh.sort(compareFeedOrder);
  const merged: Activity[] = [];
  let next = 0;
  for (const activity of list) {
    for (let head = fresh[next]; head !== undefined && compareFeedOrder(head, activity) < 0; head = fresh[next]) {
      merged.push(head);
      next += 1;
    }
    merged.push(activity);
  }
  return merged.concat(fresh.slice(next));
}
