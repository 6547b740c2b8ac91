/** Reading, last step: a page of the feed for page and API, with the cursors to its neighbours. */
import type { Activity, ActivityPage } from "@/activity/activity";
import { type Cursor, formatCursor } from "@/activity/cursor";
import { ActivityError } from "@/activity/errors";
import { type EventId, formatEventId } from "@/activity/event-id";
import type { Filter } from "@/activity/filter";
import type { Executor } from "../drivers/driver";
import { type Found, instant, readPage, type Scan } from "./read-page";

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;
/** The work budget of a page, of which the whole call may take about 50 ms. */
export const BUDGET_MS = 40;

/** Above every activity. */
export const TOP = { timestamp: 253_402_300_799_999, seq: Number.MAX_SAFE_INTEGER };

export interface ListOptions {
  filter: Filter;
  /** Go on from here; absent: start at the newest. */
  cursor?: Cursor | undefined;
  /** Open the list around this place instead: what lies at it and below, and up to half a page above. */
  around?: { timestamp: number; seq: number } | undefined;
  /** 1 to {@link MAX_LIMIT}, default {@link DEFAULT_LIMIT}. */
  limit?: number | undefined;
  /** How long Postgres may search before the page is given as it is, milliseconds; default {@link BUDGET_MS}. */
  budgetMs?: number | undefined;
}

const place = (activity: Activity) => ({ timestamp: Date.parse(activity.timestamp), seq: activity.seq });
const older = (at: { timestamp: number; seq: number }) => formatCursor({ direction: "older", ...at });
const newer = (at: { timestamp: number; seq: number }) => formatCursor({ direction: "newer", ...at });

/** The cursor beyond the `taken` nearest rows of a scan; null when nothing is there. */
function beyond(direction: Cursor["direction"], found: Found, taken: number): string | null {
  const last = found.items[taken - 1];
  if (found.items.length > taken && last !== undefined) return formatCursor({ direction, ...place(last) });
  if (found.stoppedAt === null) return null;
  // Everything on the near side of `stoppedAt` was searched, all rows of that millisecond included when going up.
  return direction === "older"
    ? older({ timestamp: found.stoppedAt, seq: 0 })
    : newer({ timestamp: found.stoppedAt, seq: Number.MAX_SAFE_INTEGER });
}

/** The first page of the whole feed, from its newest `limit + 1` activities (or all there are) in feed order, as of `head`. */
export function toFirstPage(newest: Activity[], limit: number, head: EventId): ActivityPage {
  return {
    items: newest.slice(0, limit),
    nextCursor: beyond("older", { items: newest, stoppedAt: null }, Math.min(newest.length, limit)),
    prevCursor: null,
    lastEventId: formatEventId(head),
  };
}

/**
 * One page of a team's feed in feed order, (timestamp desc, seq desc). A page may hold fewer than `limit` items, even none, with
 * a `nextCursor` and `searchedBackTo`: the work budget ended. Only `nextCursor` null is the end. Throws `not_found` for an unknown team.
 */
export async function listActivities(
  db: Executor,
  team: { id: string },
  { filter, cursor, around, limit = DEFAULT_LIMIT, budgetMs = BUDGET_MS }: ListOptions,
): Promise<ActivityPage> {
  const start: Cursor = cursor ?? { direction: "older", ...TOP };
  const scans: Scan[] = around
    ? [
        { direction: "older", timestamp: around.timestamp, seq: around.seq + 1, limit: limit + 1 },
        { direction: "newer", ...around, limit: Math.floor(limit / 2) + 1 },
      ]
    : [{ ...start, limit: limit + 1 }];
  const page = await readPage(db, team.id, filter, scans, budgetMs);
  if (page === null) throw new ActivityError("not_found", "There is no such team");
  const nothing: Found = { items: [], stoppedAt: null };
  const byDirection = (direction: Cursor["direction"]) =>
    page.found[scans.findIndex((scan) => scan.direction === direction)] ?? nothing;
  const [above, below] = [byDirection("newer"), byDirection("older")];
  const takenAbove = Math.min(above.items.length, around ? Math.floor(limit / 2) : limit);
  const takenBelow = Math.min(below.items.length, limit - takenAbove);
  const items = [...above.items.slice(0, takenAbove).reverse(), ...below.items.slice(0, takenBelow)];

  let nextCursor = beyond("older", below, takenBelow);
  let prevCursor = beyond("newer", above, takenAbove);
  const [first, last] = [items[0], items.at(-1)];
  if (!around && start.direction === "newer") {
    nextCursor = older(last ? place(last) : { timestamp: start.timestamp, seq: Math.min(start.seq + 1, TOP.seq) });
  } else if (!around && cursor !== undefined) {
    prevCursor = newer(first ? place(first) : { timestamp: start.timestamp, seq: Math.max(0, start.seq - 1) });
  }
  const stopped = takenBelow === below.items.length ? below.stoppedAt : null;
  return {
    items,
    nextCursor,
    prevCursor,
    lastEventId: formatEventId({ epoch: page.epoch, seq: page.lastSeq }),
    ...(stopped === null ? {} : { searchedBackTo: instant(stopped) }),
  };
}
