import type { Activity, ActivityPage } from "@/activity/activity";
import { parseEventId } from "@/activity/event-id";
import { type Fold, foldOf } from "@/activity/fold/fold";
import { crowdOf, foldRows } from "@/activity/fold/fold-rows";
import { compareFeedOrder } from "@/activity/merge";
import type { Arrangement } from "./arrange";
import { edgeOf } from "./edge-of";

/** A count that a page gave, and up to which seq it counted. */
interface Counted {
  fold: Fold;
  head: number;
}

const ones = new WeakMap<Activity, Fold>();

/** An activity as a fold of one; worked out once, for a storm is arranged again and again. */
function oneOf(activity: Activity): Fold {
  const known = ones.get(activity) ?? foldOf(activity);
  ones.set(activity, known);
  return known;
}

const placeOf = ({ last, seq }: Fold) => ({ timestamp: last, seq });

/** What the loaded pages count, by key: each key as the newest page has it. */
function readCounts(pages: readonly ActivityPage[], hidden: ReadonlySet<string>): Map<string, Counted> {
  const counts = new Map<string, Counted>();
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

/** What of a source's crowd is counted as one is not counted by parts as well. */
function partsOf(counts: ReadonlyMap<string, Counted>): Fold[] {
  const isWhole = (fold: Fold) => fold.kind !== "machine" || fold.eventType === null || !counts.has(crowdOf(fold));
  return [...counts.values()].map(({ fold }) => fold).filter(isWhole);
}

/** Whether something was hidden that a fold counts: only the server knows what is left of it. */
function isTorn(pages: readonly ActivityPage[], fresh: readonly Activity[], hidden: ReadonlySet<string>): boolean {
  if (hidden.size === 0 || pages.every(({ folds = [], rest = [] }) => folds.length + rest.length === 0)) return false;
  const folded = new Set(pages.flatMap(({ folds = [] }) => folds.map(({ seq }) => seq)));
  const plain = pages.flatMap(({ items }) => items.filter(({ seq }) => !folded.has(seq)));
  const known = new Set([...plain, ...fresh].map(({ id }) => id));
  return [...hidden].some((id) => !known.has(id));
}

/**
 * As `arrange`, of folded pages: what the stream brought is counted on, from where each page stopped counting, by the same rules
 * that the server folds by, so that reading the list again shows the same.
 */
export function arrangeFolded(
  pages: readonly ActivityPage[],
  arrived: readonly Activity[],
  releasedSeq: number,
  hidden: ReadonlySet<string>,
): Arrangement {
  const counts = readCounts(pages, hidden);
  const parts = partsOf(counts);
  const edge = edgeOf(pages.at(-1));
  const headOf = (fold: Fold) =>
    (counts.get(fold.kind === "machine" ? crowdOf(fold) : "") ?? counts.get(fold.key))?.head ?? -1;
  const fresh = arrived.filter((activity) => activity.seq > headOf(oneOf(activity)));
  const visible = hidden.size === 0 ? fresh : fresh.filter(({ id }) => !hidden.has(id));
  const rowsWith = (activities: readonly Activity[]) =>
    foldRows([...parts, ...activities.map(oneOf)]).filter(
      (row) => edge === null || compareFeedOrder(placeOf(row), edge) <= 0,
    );

  const released = visible.filter(({ seq }) => seq <= releasedSeq);
  const first = rowsWith(released);
  const top = first[0];
  const waiting = visible.filter(({ seq }) => seq > releasedSeq);
  const landing = top === undefined ? waiting : waiting.filter((one) => compareFeedOrder(one, placeOf(top)) > 0);
  const rows = landing.length === 0 ? first : rowsWith([...released, ...landing]);

  const known = new Map([...pages.flatMap(({ items }) => items), ...visible].map((item) => [item.seq, item]));
  const items: Activity[] = [];
  const folds = new Map<number, Fold>();
  for (const row of rows) {
    const item = known.get(row.seq);
    if (item === undefined || hidden.has(item.id)) continue;
    items.push(item);
    if (row.count > 1) folds.set(row.seq, row);
  }
  return { items, held: waiting.length - landing.length, folds, isTorn: isTorn(pages, fresh, hidden) };
}
