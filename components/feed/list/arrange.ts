import type { Activity, ActivityPage } from "@/activity/activity";
import type { Fold } from "@/activity/fold/fold";
import { compareFeedOrder, mergeActivities } from "@/activity/merge";
import { edgeOf } from "./edge-of";

/** What the feed shows and what it holds back. */
export interface Arrangement {
  /** In feed order, each seq once. */
  items: readonly Activity[];
  /** Arrived while the reader was further down; they would land above the first row. */
  held: number;
  /** By the seq of the item that stands for them: similar events that are one row. */
  folds: ReadonlyMap<number, Fold>;
  /** True when the list must be read again to be true: something that a fold counts was hidden. */
  isTorn: boolean;
}

/** Of a list that is not folded. */
export const NO_FOLDS: ReadonlyMap<number, Fold> = new Map();

const NONE: ReadonlySet<string> = new Set();

/**
 * Joins the loaded pages and what the stream brought.
 * Late events land where they belong; those below the lowest loaded place wait for their page.
 * Of the events with a seq above `releasedSeq`, those that would land above the first row are held back.
 * What is `hidden` (ids) is not there at all.
 */
export function arrange(
  pages: readonly ActivityPage[],
  arrived: readonly Activity[],
  releasedSeq: number,
  hidden: ReadonlySet<string> = NONE,
): Arrangement {
  const visible = (list: readonly Activity[]) => (hidden.size === 0 ? list : list.filter(({ id }) => !hidden.has(id)));
  const loaded = visible(pages.reduce<readonly Activity[]>((list, page) => mergeActivities(list, page.items), []));
  const edge = edgeOf(pages.at(-1));
  const reachable = visible(arrived).filter((activity) => edge === null || compareFeedOrder(activity, edge) <= 0);
  const released = mergeActivities(
    loaded,
    reachable.filter((activity) => activity.seq <= releasedSeq),
  );
  const top = released[0];
  const known = new Set(released.map((activity) => activity.seq));
  const unreleased = reachable.filter((activity) => !known.has(activity.seq));
  const landing = top === undefined ? unreleased : unreleased.filter((activity) => compareFeedOrder(activity, top) > 0);
  const items = mergeActivities(released, landing);
  return { items, held: unreleased.length - landing.length, folds: NO_FOLDS, isTorn: false };
}

/** The highest seq of a list, 0 when it is empty. */
export function newestSeq(list: readonly Activity[]): number {
  return list.reduce((newest, activity) => Math.max(newest, activity.seq), 0);
}
