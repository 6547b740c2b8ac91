/** Reading folded, upwards: the rows directly above a place. */
import type { ActivityPage } from "@/activity/activity";
import { formatCursor, parseCursor } from "@/activity/cursor";
import { ActivityError } from "@/activity/errors";
import type { EventId } from "@/activity/event-id";
import type { Filter } from "@/activity/filter";
import { FOLD_MS, type Fold, hourOf } from "@/activity/fold/fold";
import { foldRows } from "@/activity/fold/fold-rows";
import type { Executor } from "../../drivers/driver";
import { BUDGET_MS, DEFAULT_LIMIT, listActivities, MAX_LIMIT, TOP } from "../list-activities";
import { type FoldedOptions, type Place, readCounted, STEPS } from "./list-folded";
import { readTallies } from "./read-tallies";

interface Span {
  /** The place to count down from, the upper edge of an hour. */
  from: Place;
  /** The lowest hour to count whole. */
  hour: number;
}

/** Counts every event of whole hours; as of the head at its start. */
async function countSpan(db: Executor, teamId: string, filter: Filter, { from, hour }: Span, budgetMs: number) {
  const parts: Fold[] = [];
  let head: EventId | null = null;
  let at: Place | null = from;
  for (let step = 0; at !== null && hourOf(at.timestamp - (at.seq === 0 ? 1 : 0)) >= hour; step += 1) {
    const limit = STEPS[Math.min(step, STEPS.length - 1)] ?? MAX_LIMIT;
    const tallies = await readTallies(db, teamId, filter, { ...at, limit, newestSeq: head?.seq ?? null, budgetMs });
    if (tallies === null) throw new ActivityError("not_found", "There is no such team");
    head ??= tallies.head;
    parts.push(...tallies.parts);
    at = tallies.next;
  }
  return { rows: foldRows(parts.filter(({ last }) => hourOf(last) >= hour)), head };
}

/**
 * The page of rows directly above a place (a page's `prevCursor`), as `listFolded` has them; its own `prevCursor` goes on above. It may hold
 * fewer rows than `limit`, even none: only `prevCursor` null is the beginning. How far up is counted, the next 200 events say, to the end of
 * the hour of the last. Throws `not_found` for an unknown team.
 */
export async function listFoldedAbove(
  db: Executor,
  team: { id: string },
  { filter, cursor, limit = DEFAULT_LIMIT, budgetMs = BUDGET_MS }: FoldedOptions & { cursor: Place },
): Promise<ActivityPage> {
  const newer = { direction: "newer", ...cursor } as const;
  const near = await listActivities(db, team, { filter, cursor: newer, limit: MAX_LIMIT, budgetMs });
  const top = near.items[0];
  const next = formatCursor({
    direction: "older",
    timestamp: cursor.timestamp,
    seq: Math.min(cursor.seq + 1, TOP.seq),
  });
  if (top === undefined) return { ...near, nextCursor: next, folds: [], rest: [] };

  const isAll = near.prevCursor === null;
  const from = isAll ? TOP : { timestamp: (hourOf(top.timestamp) + 1) * FOLD_MS, seq: 0 };
  const { rows, head } = await countSpan(db, team.id, filter, { from, hour: hourOf(cursor.timestamp) }, budgetMs);
  const above = rows.filter(({ last, seq }) => {
    const at = Date.parse(last);
    return at > cursor.timestamp || (at === cursor.timestamp && seq > cursor.seq);
  });
  const taken = above.slice(-limit);
  const page = await readCounted(db, team, {
    rows: taken,
    rest: [],
    hasMore: false,
    head: head ?? { epoch: "", seq: 0 },
    stoppedAt: null,
  });
  const first = taken[0];
  const hasMore = above.length > taken.length || !isAll;
  const beyond =
    first === undefined ? parseCursor(near.prevCursor ?? "") : { timestamp: Date.parse(first.last), seq: first.seq };
  return {
    ...page,
    nextCursor: next,
    prevCursor: hasMore && beyond !== null ? formatCursor({ ...beyond, direction: "newer" }) : null,
  };
}
