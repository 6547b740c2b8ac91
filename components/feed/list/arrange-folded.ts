import type { Activity, ActivityPage } from "@/activity/activity";
import { type Fold, hourOf } from "@/activity/fold/fold";
import { crowdOf, foldRows } from "@/activity/fold/fold-rows";
import { compareFeedOrder } from "@/activity/merge";
import { type Arrangement, isAbove, isWithin, reachOf } from "./arrange";
import { type CountedPages, countPages, oneOf, placeOf, showRows, splitPages } from "./counted-pages";

/** Whether something was hidden that a fold counts: only the server knows what is left of it. */
function isTorn({ hasFolds, plain }: CountedPages, fresh: readonly Activity[], hidden: ReadonlySet<string>): boolean {
  if (hidden.size === 0 || !hasFolds) return false;
  const arrived = new Set(fresh.map(({ id }) => id));
  return [...hidden].some((id) => !plain.has(id) && !arrived.has(id));
}

/**
 * As `arrange`, of folded pages: what the stream brought is counted on, from where each page stopped counting, by the same rules
 * that the server folds by, so that reading the list again shows the same. Folds keep to their hour, so only hours in which something
 * arrived are folded anew. `arrived`: in feed order.
 */
export function arrangeFolded(
  pages: readonly ActivityPage[],
  arrived: readonly Activity[],
  releasedSeq: number,
  hidden: ReadonlySet<string>,
): Arrangement {
  const counted = countPages(pages, hidden);
  const { counts } = counted;
  const reach = reachOf(pages);
  const headOf = (fold: Fold) =>
    (counts.get(fold.kind === "machine" ? crowdOf(fold) : "") ?? counts.get(fold.key))?.head ?? -1;
  const fresh = arrived.filter((activity) => activity.seq > headOf(oneOf(activity)));
  const visible = hidden.size === 0 ? fresh : fresh.filter(({ id }) => !hidden.has(id));
  const above = visible.filter((activity) => isAbove(activity, reach)).length;
  const near = above === 0 ? visible : visible.filter((activity) => !isAbove(activity, reach));

  // In feed order, so that the last one is the oldest.
  const oldest = arrived.at(-1);
  const floor = oldest === undefined ? Number.MAX_SAFE_INTEGER : hourOf(oldest.timestamp);
  const { open, settled } = splitPages(pages, hidden, floor);
  const rowsWith = (activities: readonly Activity[]) =>
    foldRows([...open, ...activities.map(oneOf)]).filter((row) => isWithin(placeOf(row), reach));

  const released = near.filter(({ seq }) => seq <= releasedSeq);
  const first = rowsWith(released);
  const topRow = first[0];
  const top = topRow === undefined ? settled.items[0] : placeOf(topRow);
  const waiting = near.filter(({ seq }) => seq > releasedSeq);
  const landing = top === undefined ? waiting : waiting.filter((one) => compareFeedOrder(one, top) > 0);
  const rows = landing.length === 0 ? first : rowsWith([...released, ...landing]);

  const isNew = new Map(visible.map((item) => [item.seq, item]));
  const shown = showRows(rows, hidden, (seq) => isNew.get(seq) ?? counted.bySeq.get(seq));
  return {
    items: shown.items.concat(settled.items),
    held: waiting.length - landing.length + above,
    folds: { get: (seq) => shown.folds.get(seq) ?? settled.folds.get(seq) },
    isTorn: isTorn(counted, fresh, hidden),
  };
}
