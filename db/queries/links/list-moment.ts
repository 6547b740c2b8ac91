/** Reading: a page of a filter as it was at a moment, from what the table holds now. */
import type { Activity, ActivityPage } from "@/activity/activity";
import { type Cursor, formatCursor, parseCursor } from "@/activity/cursor";
import type { Filter } from "@/activity/filter";
import type { Driver } from "../../drivers/driver";
import { DEFAULT_LIMIT, MAX_LIMIT, TOP } from "../list-activities";
import { listFeedPage } from "../list-feed-page";
import { listOrigins } from "./list-origins";

/** A moment of a team's history. */
export interface Moment {
  /** The team's head then. */
  headSeq: number;
  /** The time of the newest activity then, milliseconds. */
  newestTimestamp: number;
}

export interface MomentOptions {
  filter: Filter;
  /** Go on below here; must be an older one. */
  cursor?: Cursor | undefined;
  /** As `listActivities`'. */
  limit?: number | undefined;
}

/** Latecomers may lie between two activities in any number: how many pages one call reads. */
const MOST_READS = 8;

/** What was there at the moment: what was stored by then, and today's corrections of it. */
async function keepOld(
  { db }: Driver,
  teamId: string,
  items: readonly Activity[],
  headSeq: number,
): Promise<Activity[]> {
  const corrections = items.filter(({ seq, supersedes }) => seq > headSeq && supersedes !== undefined);
  const ids = corrections.map(({ id }) => id);
  const origins = await listOrigins(db, teamId, ids);
  return items.filter(({ id, seq }) => (origins.get(id) ?? seq) <= headSeq);
}

function below({ timestamp, seq }: Activity): string {
  return formatCursor({ direction: "older", timestamp: Date.parse(timestamp), seq });
}

/**
 * One page of what passes the filter as of a moment, in feed order. What was stored later is left out, wherever its time lies. What was
 * hidden since is not there, and its correction, unless that tells of a time after the moment, stands for it. A page may hold fewer than
 * `limit` items, even none, with a `nextCursor` and `searchedBackTo`, as `listActivities`' may. Throws `not_found` for an unknown team.
 */
export async function listMoment(
  driver: Driver,
  team: { id: string },
  { headSeq, newestTimestamp }: Moment,
  { filter, cursor, limit = DEFAULT_LIMIT }: MomentOptions,
): Promise<ActivityPage> {
  // Everything of that millisecond: a correction of the newest has a greater seq than it had.
  const top: Cursor = { direction: "older", timestamp: newestTimestamp, seq: TOP.seq };
  let from: Cursor | null = cursor === undefined || cursor.timestamp > newestTimestamp ? top : cursor;
  let size = limit;
  const items: Activity[] = [];
  for (let reads = 1; ; reads += 1) {
    const page: ActivityPage = await listFeedPage(driver, team, { filter, cursor: from, limit: size });
    const kept = await keepOld(driver, team.id, page.items, headSeq);
    const room = limit - items.length;
    items.push(...kept.slice(0, room));
    const { lastEventId, nextCursor, searchedBackTo } = page;
    const found = { items, prevCursor: null, lastEventId };
    const last = items.at(-1);
    if (kept.length > room && last !== undefined) return { ...found, nextCursor: below(last) };
    if (items.length === limit || nextCursor === null) return { ...found, nextCursor };
    const stoppedAt = searchedBackTo ?? (reads === MOST_READS ? page.items.at(-1)?.timestamp : undefined);
    from = parseCursor(nextCursor);
    if (stoppedAt !== undefined || from === null) return { ...found, nextCursor, searchedBackTo: stoppedAt };
    size = MAX_LIMIT;
  }
}
