/** Reading, second step: one statement gives the keys of a page, its rows, and the team's event id, all of one snapshot. */
import { type SQL, sql } from "drizzle-orm";
import type { Activity } from "@/activity/activity";
import type { Cursor } from "@/activity/cursor";
import type { Filter } from "@/activity/filter";
import { compareFeedOrder } from "@/activity/merge";
import type { Executor } from "../drivers/driver";
import { choosePath, type Path } from "./choose-path";
import { type CompiledFilter, compileFilter } from "./compile-filter";
import { type ActivityRow, activityColumns, toActivity } from "./to-activity";

type Place = Pick<Cursor, "timestamp" | "seq">;

/** One way to go from a place of the feed: up to `limit` rows strictly beyond it. */
export interface Scan extends Cursor {
  limit: number;
}

/** What a scan found, nearest first. `stoppedAt`: the work budget ended here, everything up to it was searched. */
export interface Found {
  items: Activity[];
  stoppedAt: number | null;
}

interface PageRow extends ActivityRow {
  epoch: string;
  last_seq: string | number;
  scan: number | null;
  stopped_ms: string | number | null;
}

/** Years beyond 9999 have no plain ISO text; no activity lies there, nor before 1970. */
const LAST_INSTANT = 253_402_300_799_999;

export function instant(ms: number): string {
  return new Date(Math.min(ms, LAST_INSTANT)).toISOString();
}

/** The exclusive ends of a scan. No activity has seq 0: (t, 0) lies just outside everything of the instant t. */
function endsOf(filter: CompiledFilter, scan: Scan): { start: Place; end: Place } {
  const low = { timestamp: filter.from === null ? 0 : Date.parse(filter.from), seq: 0 };
  const high = filter.to === null ? { timestamp: LAST_INSTANT, seq: 0 } : { timestamp: Date.parse(filter.to), seq: 0 };
  const own = { timestamp: scan.timestamp, seq: scan.seq };
  return scan.direction === "older" ? { start: lower(own, high), end: low } : { start: higher(own, low), end: high };
}

const isLower = (a: Place, b: Place) => (a.timestamp === b.timestamp ? a.seq < b.seq : a.timestamp < b.timestamp);
/** The place that lies further down the feed. */
export const lower = (a: Place, b: Place) => (isLower(a, b) ? a : b);
const higher = (a: Place, b: Place) => (isLower(a, b) ? b : a);

function keysOf(teamId: string, filter: CompiledFilter, path: Path, scan: Scan, budgetMs: number): SQL {
  const { start, end } = endsOf(filter, scan);
  const list = (values: readonly string[] | null) => (values === null ? sql`NULL` : sql.param(values));
  return sql`SELECT * FROM ${sql.raw(`list_by_${path.name}_${scan.direction}`)}(${teamId}::uuid, ${list(path.types)}::text[],
    ${list(path.actors)}::uuid[], ${list(path.actorKeys)}::text[], ${list(path.entities?.map(({ type }) => type) ?? null)}::text[],
    ${list(path.entities?.map(({ id }) => id) ?? null)}::text[], ${list(path.values)}::text[],
    ${filter.words}::tsquery, ${filter.facets}::tsquery, ${filter.not}::tsquery,
    ${instant(start.timestamp)}::timestamptz, ${start.seq}::bigint, ${instant(end.timestamp)}::timestamptz, ${end.seq}::bigint,
    ${scan.limit}::int, ${budgetMs}::int)`;
}

/** The seqs that one scan finds, and a last row with `stopped_at` when the budget ended it. */
export function keysStatement(teamId: string, filter: Filter, scan: Scan, budgetMs: number): SQL {
  const compiled = compileFilter(filter);
  return keysOf(teamId, compiled, choosePath(filter, compiled.words !== null), scan, budgetMs);
}

/** The statement of {@link readPage}, a row an activity, or one without when nothing is found. */
export function pageStatement(teamId: string, filter: Filter, scans: readonly Scan[], budgetMs: number): SQL {
  const compiled = compileFilter(filter);
  const path = choosePath(filter, compiled.words !== null);
  const keys = scans.map(
    (scan, index) => sql`SELECT ${index}::int AS scan, f.* FROM (${keysOf(teamId, compiled, path, scan, budgetMs)}) f`,
  );
  return sql`
    SELECT s.epoch, s.last_seq, k.scan, (extract(epoch FROM k.stopped_at) * 1000)::bigint AS stopped_ms, ${activityColumns}
    FROM team_sequences s LEFT JOIN LATERAL (${sql.join(keys, sql` UNION ALL `)}) k ON true
    LEFT JOIN activity_events e ON e.team_id = s.team_id AND e.seq = k.seq
    WHERE s.team_id = ${teamId}`;
}

/** Runs the scans; `found` has one entry a scan. Null when there is no such team. */
export async function readPage(
  db: Executor,
  teamId: string,
  filter: Filter,
  scans: readonly Scan[],
  budgetMs: number,
): Promise<{ epoch: string; lastSeq: number; found: Found[] } | null> {
  const { rows } = await db.execute<PageRow>(pageStatement(teamId, filter, scans, budgetMs));
  const [first] = rows;
  if (first === undefined) return null;
  const found = scans.map(({ direction }, index): Found => {
    const own = rows.filter((row) => row.scan === index);
    const items = own.filter((row) => row.id !== null).map(toActivity);
    items.sort(direction === "older" ? compareFeedOrder : (a, b) => compareFeedOrder(b, a));
    const stopped = own.find((row) => row.stopped_ms !== null);
    return { items, stoppedAt: stopped === undefined ? null : Number(stopped.stopped_ms) };
  });
  return { epoch: first.epoch, lastSeq: Number(first.last_seq), found };
}
