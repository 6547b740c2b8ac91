import type { Cursor } from "../cursor";
import { compareTimes } from "../merge";
import { addFold, type Fold, hourOf, joinFolds, ofSource } from "./fold";

/** Where machines would have more rows than this in an hour, each source has one. */
export const MOST_ROWS = 3;

const byPlace = (a: Fold, b: Fold) => compareTimes(a.last, a.seq, b.last, b.seq);

const crowds = new WeakMap<Fold, string>();

/** Where the machine events of a source in an hour belong together. */
export function crowdOf(fold: Fold): string {
  const known = crowds.get(fold) ?? ofSource(fold).key;
  crowds.set(fold, known);
  return known;
}

function joinByKey(parts: Iterable<Fold>): Map<string, Fold> {
  const joined = new Map<string, Fold>();
  // A storm has very many parts: their sums are written in place, into copies of our own.
  const own = new Set<string>();
  for (const part of parts) {
    const known = joined.get(part.key);
    if (known === undefined) joined.set(part.key, part);
    else if (own.has(part.key)) addFold(known, part);
    else {
      joined.set(part.key, joinFolds(known, part));
      own.add(part.key);
    }
  }
  return joined;
}

/** A row for each source's crowd in an hour of more than {@link MOST_ROWS} rows, else the rows as they are. */
function thin(machines: readonly Fold[]): readonly Fold[] {
  if (machines.length <= MOST_ROWS && machines.every(({ eventType }) => eventType !== null)) return machines;
  return [...joinByKey(machines.map(ofSource)).values()];
}

/**
 * The rows of a feed, in feed order, each at its newest event: what is similar is one row, and so are the machine events of a source
 * in an hour in which machines would have more than {@link MOST_ROWS} rows, lest they push what people do off the screen. `parts` are
 * disjoint counts, in any order. A row with a count of 1 is a plain event.
 */
export function foldRows(parts: Iterable<Fold>): Fold[] {
  const rows: Fold[] = [];
  const machines = new Map<number, Fold[]>();
  for (const fold of joinByKey(parts).values()) {
    if (fold.kind !== "machine") {
      rows.push(fold);
      continue;
    }
    const hour = hourOf(fold.last);
    const others = machines.get(hour);
    if (others === undefined) machines.set(hour, [fold]);
    else others.push(fold);
  }
  for (const others of machines.values()) rows.push(...thin(others));
  return rows.sort(byPlace);
}

/** A page of rows. */
export interface FoldPage {
  rows: Fold[];
  /** Of the last row's hour, what lies below it and may still be folded with: whoever follows the feed live counts on from there. */
  rest: Fold[];
  /** Whether there are rows below. */
  hasMore: boolean;
}

/** The first `limit` of these rows below a place (null: of all), which must hold the last row's hour whole. */
export function cutPage(
  rows: readonly Fold[],
  below: Pick<Cursor, "timestamp" | "seq"> | null,
  limit: number,
): FoldPage {
  const isBelow = ({ last, seq }: Fold) => {
    if (below === null) return true;
    const at = Date.parse(last);
    return at < below.timestamp || (at === below.timestamp && seq < below.seq);
  };
  const reachable = rows.filter(isBelow);
  const taken = reachable.slice(0, limit);
  const end = taken.at(-1);
  const others = reachable.slice(taken.length);
  const rest =
    end === undefined ? [] : others.filter(({ kind, last }) => kind !== "single" && hourOf(last) === hourOf(end.last));
  return { rows: taken, rest, hasMore: others.length > 0 };
}
