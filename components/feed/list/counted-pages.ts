import type { Activity, ActivityPage } from "@/activity/activity";
import { parseEventId } from "@/activity/event-id";
import { type Fold, foldOf, hourOf } from "@/activity/fold/fold";
import { crowdOf, foldRows } from "@/activity/fold/fold-rows";
import { isWithin, reachOf } from "./arrange";

/** Where a row stands. */
export const placeOf = ({ last, seq }: Fold) => ({ timestamp: last, seq });

/** A count that a page gave, and up to which seq it counted. */
interface Count {
  fold: Fold;
  head: number;
}

/** What folded pages say, worked out once for each list of pages: it may be very long, and events arrive many a second. */
export interface CountedPages {
  counts: ReadonlyMap<string, Count>;
  /** Disjoint. */
  parts: readonly Fold[];
  bySeq: ReadonlyMap<number, Activity>;
  /** Ids of the items that stand for themselves only. */
  plain: ReadonlySet<string>;
  hasFolds: boolean;
}

/** Rows as a list shows them: in feed order, and by seq which of them stand for several events. */
export interface ShownRows {
  items: readonly Activity[];
  folds: ReadonlyMap<number, Fold>;
}

/** The parts of the hours from `floor` on, which may still change, and the rows of those below that the pages reach, which do not. */
export interface Split {
  floor: number;
  open: readonly Fold[];
  settled: ShownRows;
}

const ones = new WeakMap<Activity, Fold>();

/** An activity as a fold of one; worked out once, for a storm is arranged again and again. */
export function oneOf(activity: Activity): Fold {
  const known = ones.get(activity) ?? foldOf(activity);
  ones.set(activity, known);
  return known;
}

/** By key, each as the newest page has it. */
function readCounts(pages: readonly ActivityPage[], hidden: ReadonlySet<string>): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const { items, folds = [], rest = [], lastEventId } of pages) {
    const head = parseEventId(lastEventId)?.seq ?? 0;
    const bySeq = new Map(folds.map((fold) => [fold.seq, fold]));
    const shown = items.filter(({ id, seq }) => bySeq.has(seq) || !hidden.has(id));
    for (const fold of [...shown.map((item) => bySeq.get(item.seq) ?? oneOf(item)), ...rest]) {
      if ((counts.get(fold.key)?.head ?? -1) <= head) counts.set(fold.key, { fold, head });
    }
  }
  return counts;
}

function count(pages: readonly ActivityPage[], hidden: ReadonlySet<string>): CountedPages {
  const counts = readCounts(pages, hidden);
  // What of a source's crowd is counted as one is not counted by parts as well.
  const isWhole = (fold: Fold) => fold.kind !== "machine" || fold.eventType === null || !counts.has(crowdOf(fold));
  const items = pages.flatMap((page) => page.items);
  const folded = new Set(pages.flatMap(({ folds = [] }) => folds.map(({ seq }) => seq)));
  return {
    counts,
    parts: [...counts.values()].map(({ fold }) => fold).filter(isWhole),
    bySeq: new Map(items.map((item) => [item.seq, item])),
    plain: new Set(items.filter(({ seq }) => !folded.has(seq)).map(({ id }) => id)),
    hasFolds: pages.some(({ folds = [], rest = [] }) => folds.length + rest.length > 0),
  };
}

/** What rows show, by the activities they stand at; what is `hidden` (ids) or not there is left out. */
export function showRows(
  rows: readonly Fold[],
  hidden: ReadonlySet<string>,
  itemOf: (seq: number) => Activity | undefined,
): ShownRows {
  const items: Activity[] = [];
  const folds = new Map<number, Fold>();
  for (const row of rows) {
    const item = itemOf(row.seq);
    if (item === undefined || hidden.has(item.id)) continue;
    items.push(item);
    if (row.count > 1) folds.set(row.seq, row);
  }
  return { items, folds };
}

interface Known {
  hidden: ReadonlySet<string>;
  counted: CountedPages;
  split: Split | null;
}

const known = new WeakMap<readonly ActivityPage[], Known>();

function knownOf(pages: readonly ActivityPage[], hidden: ReadonlySet<string>): Known {
  const before = known.get(pages);
  if (before?.hidden === hidden) return before;
  const now = { hidden, counted: count(pages, hidden), split: null };
  known.set(pages, now);
  return now;
}

/** What these pages say, less what is hidden (ids). The same arguments give the same object. */
export function countPages(pages: readonly ActivityPage[], hidden: ReadonlySet<string>): CountedPages {
  return knownOf(pages, hidden).counted;
}

/** What of these pages lies in hours from `floor` on (counted from 1970), and the rows of what lies below: worked out once for each floor. */
export function splitPages(pages: readonly ActivityPage[], hidden: ReadonlySet<string>, floor: number): Split {
  const one = knownOf(pages, hidden);
  if (one.split?.floor !== floor) {
    const { parts, bySeq } = one.counted;
    const open = parts.filter(({ last }) => hourOf(last) >= floor);
    const reach = reachOf(pages);
    const rows = foldRows(parts.filter(({ last }) => hourOf(last) < floor));
    const within = rows.filter((row) => isWithin(placeOf(row), reach));
    one.split = { floor, open, settled: showRows(within, hidden, (seq) => bySeq.get(seq)) };
  }
  return one.split;
}
