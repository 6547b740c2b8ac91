import type { Activity } from "@/activity/activity";
import { compareFeedOrder, placeIn } from "@/activity/merge";
import type { Place } from "../list/edge-of";

/** As many wait for the reader to come back up; of more, only their number is kept. */
export const MOST_WAITING = 2_000;

/** What came above a reader who is far down, and was too much to keep: a tab stays open all day. */
export class Skipped {
  count = 0;
  /** The highest seq that was skipped. */
  private to = 0;

  /** Leaves out what waits above the roof when it is too much. `arrived`: in feed order; null: nothing waits. */
  take(arrived: readonly Activity[], roof: Place | null): readonly Activity[] {
    const waiting = roof === null ? 0 : placeIn(arrived, roof);
    if (waiting <= MOST_WAITING) return arrived;
    for (const { seq } of arrived.slice(0, waiting)) this.to = Math.max(this.to, seq);
    this.count += waiting;
    return arrived.slice(waiting);
  }

  /** Whether an activity that was read again was skipped before. */
  has(activity: Activity, roof: Place | null): boolean {
    return activity.seq <= this.to && roof !== null && compareFeedOrder(activity, roof) < 0;
  }
}
