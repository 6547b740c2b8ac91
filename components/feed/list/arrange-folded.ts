import type { Activity, ActivityPage } from "@/activity/activity";
import { type Fold, hourOf } from "@/activity/fold/fold";
import { crowdOf, foldRows } from "@/activity/fold/fold-rows";
import { compareFeedOrder } from "@/activity/merge";
import { type Arrangement, isAbove, isWithin, reachOf } from "./arrange";
import { type CountedPages, countPages, oneOf, placeOf, splitPages } from "./counted-pages";

/** Whether something was hidden that a fold counts: only the server knows what is left of it. */
function isTorn({ hasFolds, plain }: CountedPages, fresh: readonly Activity[], hidden: ReadonlySet<string>): boolean {
  if (hidden.size === 0 || !hasFolds) return false;
  const arrived = new Set(fresh.map(({ id }) => id));
  return [...hidden].some((id) => !plain.has(id) && !arrived.has(id));
}

/**
 * As `arrange`, of folded pages: what the stream brought is counted on, from where each page stopped counting, by the same rules
 * that the server folds by, so that reading the list again shows the same. Folds keep to their hour, so only hours in which something
 * arrived are folded anew.
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

  const oldest = arrived.reduce((hour, { timestamp }) => Math.min(hour, hourOf(timestamp)), Number.MAX_SAFE_INTEGER);
  const { open, settled } = splitPages(pages, hidden, oldest);
  const rowsWith = (activities: readonly Activity[]) =>
    foldRows([...open, ...activities.map(oneOf)]).filter((row) => isWithin(placeOf(row), reach));

  const released = near.filter(({ seq }) => seq <= releasedSeq);
  const first = rowsWith(released);
  const top = first[0] ?? settled[0];
  const waiting = near.filter(({ seq }) => seq > releasedSeq);
  const landing = top === undefined ? waiting : waiting.filter((one) => compareFeedOrder(one, placeOf(top)) > 0);
  const rows = landing.length === 0 ? first : rowsWith([...released, ...landing]);

  const isNew = new Map(visible.map((item) => [item.seq, item]));
  const items: Activity[] = [];
  const folds = new Map<number, Fold>();
  for (const row of [...rows, ...settled]) {
    const item = isNew.get(row.seq) ?? counted.bySeq.get(row.seq);
    if (item === undefined || hidden.has(item.id)) continue;
    items.push(item);
    if (row.count > 1) folds.set(row.seq, row);
  }
  return {
    items,
    held: waiting.length - landing.length + above,
    folds,
    isTorn: isTorn(counted, fresh, hidden),
  };
}
