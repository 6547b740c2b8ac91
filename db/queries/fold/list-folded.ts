/** Reading folded, last step: a page of rows, each an event or a fold of similar ones at the newest of them. */
import { sql } from "drizzle-orm";
import type { Activity, ActivityPage } from "@/activity/activity";
import { type Cursor, formatCursor } from "@/activity/cursor";
import { ActivityError } from "@/activity/errors";
import { type EventId, formatEventId } from "@/activity/event-id";
import type { Filter } from "@/activity/filter";
import { FOLD_MS, type Fold, hourOf } from "@/activity/fold/fold";
import { cutPage, type FoldPage, foldRows } from "@/activity/fold/fold-rows";
import type { Executor } from "../../drivers/driver";
import { BUDGET_MS, DEFAULT_LIMIT, TOP } from "../list-activities";
import { instant } from "../read-page";
import { type ActivityRow, activityColumns, toActivity } from "../to-activity";
import { readTallies } from "./read-tallies";

export type Place = Pick<Cursor, "timestamp" | "seq">;

export interface FoldedOptions {
  filter: Filter;
  /** Go on below here: a page's `nextCursor`; absent: start at the newest. */
  cursor?: Place | undefined;
  /** Rows, 1 to 200, default {@link DEFAULT_LIMIT}. */
  limit?: number | undefined;
  /** How long Postgres may search at once before a page is given as it is, milliseconds; default {@link BUDGET_MS}. */
  budgetMs?: number | undefined;
}

/** How many events are counted at once: few at first, since most pages fold little, and more when a storm is met. */
export const STEPS = [200, 2_000, 10_000] as const;

/** A page of which only the events that rows stand at are to be read. */
export interface Counted extends FoldPage {
  head: EventId;
  /** Everything that was counted: the page's rows, those above it, and some below; their hours are whole. */
  all: Fold[];
  /** Where the work budget ended the search, and the next page goes on. */
  stoppedAt: Place | null;
}

/** The lowest hour below which nothing was counted yet is not whole: its rows may still grow, and wait. */
function wholeRows(parts: readonly Fold[], next: Place | null): Fold[] {
  const rows = foldRows(parts);
  if (next === null) return rows;
  const open = hourOf(next.timestamp - (next.seq === 0 ? 1 : 0));
  return rows.filter(({ last }) => hourOf(last) > open);
}

/**
 * Counts the rows of a page, down from the top of the place's hour, since what lies above it there may belong to a row of the page before.
 * Throws `not_found` for an unknown team.
 */
export async function countRows(db: Executor, teamId: string, options: FoldedOptions): Promise<Counted> {
  const { filter, cursor, limit = DEFAULT_LIMIT, budgetMs = BUDGET_MS } = options;
  const parts: Fold[] = [];
  let head: EventId | null = null;
  let at: Place = cursor === undefined ? TOP : { timestamp: (hourOf(cursor.timestamp) + 1) * FOLD_MS, seq: 0 };
  for (let step = 0; ; step += 1) {
    const scan = {
      ...at,
      limit: STEPS[Math.min(step, STEPS.length - 1)] ?? 200,
      newestSeq: head?.seq ?? null,
      budgetMs,
    };
    const tallies = await readTallies(db, teamId, filter, scan);
    if (tallies === null) throw new ActivityError("not_found", "There is no such team");
    // What is stored between two steps is no part of the page: the stream brings it.
    head ??= tallies.head;
    parts.push(...tallies.parts);
    const { next, isStopped } = tallies;
    const all = wholeRows(parts, next);
    const page = { ...cutPage(all, cursor ?? null, limit), all, head };
    if (next === null || page.hasMore) return { ...page, stoppedAt: null };
    // Only an hour's upper edge is a place to stop at; without a whole hour it would be the place it started from.
    const open = hourOf(next.timestamp - (next.seq === 0 ? 1 : 0));
    const edge = { timestamp: (open + 1) * FOLD_MS - 1, seq: Number.MAX_SAFE_INTEGER };
    if (isStopped && edge.timestamp < (cursor?.timestamp ?? TOP.timestamp)) return { ...page, stoppedAt: edge };
    at = next;
  }
}

/** The team's visible activities with these seqs. */
async function listBySeqs(db: Executor, teamId: string, seqs: readonly number[]): Promise<Map<number, Activity>> {
  if (seqs.length === 0) return new Map();
  const { rows } = await db.execute<ActivityRow>(sql`
    SELECT ${activityColumns} FROM activity_events e
    WHERE e.team_id = ${teamId} AND e.seq = ANY(${sql.param([...seqs])}::bigint[]) AND e.hidden_seq IS NULL`);
  return new Map(rows.map((row) => [Number(row.seq), toActivity(row)]));
}

function nextPlace({ rows, hasMore, stoppedAt }: Omit<Counted, "all">): Place | null {
  const end = rows.at(-1);
  if (hasMore && end !== undefined) return { timestamp: Date.parse(end.last), seq: end.seq };
  return stoppedAt;
}

/**
 * One page of a team's feed as `foldRows` has it: `items` are the events that rows stand at, `folds` says which of them are more than one.
 * Reads down to the end of the last row's hour, so it takes time by how many events were in it. As `listActivities`, a page may hold fewer
 * rows than `limit` with a `nextCursor` and `searchedBackTo`. Throws `not_found` for an unknown team.
 */
export async function listFolded(db: Executor, team: { id: string }, options: FoldedOptions): Promise<ActivityPage> {
  const page = await readCounted(db, team, await countRows(db, team.id, options));
  if (options.cursor === undefined) return page;
  const [first] = page.items;
  const top = first === undefined ? options.cursor : { timestamp: Date.parse(first.timestamp), seq: first.seq };
  const seq = first === undefined ? Math.max(0, top.seq - 1) : top.seq;
  return { ...page, prevCursor: formatCursor({ direction: "newer", timestamp: top.timestamp, seq }) };
}

/** The page of what was counted. */
export async function readCounted(
  db: Executor,
  team: { id: string },
  counted: Omit<Counted, "all">,
): Promise<ActivityPage> {
  const { rows, rest, head, stoppedAt } = counted;
  const activities = await listBySeqs(
    db,
    team.id,
    rows.map(({ seq }) => seq),
  );
  const next = nextPlace(counted);
  return {
    // What was hidden between the two statements is gone; the stream says so to whoever follows it.
    items: rows.flatMap(({ seq }) => activities.get(seq) ?? []),
    nextCursor: next === null ? null : formatCursor({ direction: "older", ...next }),
    prevCursor: null,
    lastEventId: formatEventId(head),
    ...(stoppedAt === null ? {} : { searchedBackTo: instant((hourOf(stoppedAt.timestamp) + 1) * FOLD_MS) }),
    folds: rows.filter(({ seq, count }) => count > 1 && activities.has(seq)),
    rest,
  };
}
