import type { Activity, ActivityPage } from "@/activity/activity";
import type { Fold } from "@/activity/fold/fold";
import { compareFeedOrder, holdsPlace, joinPages, mergeActivities } from "@/activity/merge";
import { edgeOf, type Place, topOf } from "./edge-of";

/** What the feed shows and what it holds back. */
export interface Arrangement {
  /** In feed order, each seq once. */
  items: readonly Activity[];
  /** Arrived while the reader was further down, or above what is loaded; they would land above the first row. */
  held: number;
  /** By the seq of the item that stands for them: similar events that are one row. */
  folds: Folds;
  /** True when the list must be read again to be true: something that a fold counts was hidden. */
  isTorn: boolean;
}

/** Folds by the seq of the item that stands for them. */
export type Folds = Pick<ReadonlyMap<number, Fold>, "get">;

/** Of a list that is not folded. */
export const NO_FOLDS: Folds = new Map();

const NONE: ReadonlySet<string> = new Set();

const joined = new WeakMap<readonly ActivityPage[], readonly Activity[]>();

/** What the pages hold; worked out once for each list of pages, for it may be very long. */
function loadedOf(pages: readonly ActivityPage[]): readonly Activity[] {
  const known = joined.get(pages) ?? joinPages(pages);
  joined.set(pages, known);
  return known;
}

/** The places between which the pages say everything; null where the list itself begins or ends. */
export interface Reach {
  top: Place | null;
  edge: Place | null;
}

export function reachOf(pages: readonly ActivityPage[]): Reach {
  return { top: topOf(pages[0]), edge: edgeOf(pages.at(-1)) };
}

export function isAbove(place: Place, { top }: Reach): boolean {
  return top !== null && compareFeedOrder(place, top) < 0;
}

export function isWithin(place: Place, reach: Reach): boolean {
  return !isAbove(place, reach) && (reach.edge === null || compareFeedOrder(place, reach.edge) <= 0);
}

/**
 * Joins the loaded pages and what the stream brought.
 * Late events land where they belong; those beyond the places that are loaded wait for their page.
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
  const loaded = visible(loadedOf(pages));
  const known = visible(arrived);
  const reach = reachOf(pages);
  const reachable = known.filter((activity) => isWithin(activity, reach));
  const released = mergeActivities(
    loaded,
    reachable.filter((activity) => activity.seq <= releasedSeq),
  );
  const top = released[0];
  const unreleased = reachable.filter((one) => one.seq > releasedSeq && !holdsPlace(released, one));
  const landing = top === undefined ? unreleased : unreleased.filter((activity) => compareFeedOrder(activity, top) > 0);
  const items = mergeActivities(released, landing);
  const held = unreleased.length - landing.length + known.filter((activity) => isAbove(activity, reach)).length;
  return { items, held, folds: NO_FOLDS, isTorn: false };
}

/** Folded pages as they were sent: all there is to show of them before anything else is known. */
export function asSent(pages: readonly ActivityPage[]): Arrangement {
  const folds = new Map(pages.flatMap((page) => page.folds ?? []).map((fold) => [fold.seq, fold]));
  return { items: loadedOf(pages), held: 0, folds, isTorn: false };
}

/** The highest seq of a list, 0 when it is empty. */
export function newestSeq(list: readonly Activity[]): number {
  return list.reduce((newest, activity) => Math.max(newest, activity.seq), 0);
}
