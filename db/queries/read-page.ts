/** Reading, second step: one statement gives the keys of a page, its rows, and the team's event id, all of one snapshot. */
import { type SQL, sql } from "drizzle-orm";
import type { Activity } from "@/activity/activity";
import type { Cursor } from "@/activity/cursor";
import { compareFeedOrder } from "@/activity/merge";
import type { Executor } from "../drivers/driver";
import { type CompiledFilter, matchesFilter } from "./compile-filter";
import { type ActivityRow, activityColumns, toActivity } from "./to-activity";

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

/** Years beyond 9999 have no plain ISO text; no activity lies there. */
const LAST_INSTANT = 253_402_300_799_999;

export function instant(ms: number): string {
  return new Date(Math.min(ms, LAST_INSTANT)).toISOString();
}

function keysOf(teamId: string, filter: CompiledFilter, scan: Scan): SQL {
  const [beyond, order] = scan.direction === "older" ? [sql`<`, sql`DESC`] : [sql`>`, sql`ASC`];
  return sql`SELECT e.seq, NULL::timestamptz AS stopped_at FROM activity_events e
    WHERE e.team_id = ${teamId} AND ${matchesFilter(filter)}
      AND (e.timestamp, e.seq) ${beyond} (${instant(scan.timestamp)}::timestamptz, ${scan.seq}::bigint)
    ORDER BY e.timestamp ${order}, e.seq ${order} LIMIT ${scan.limit}`;
}

/** Runs the scans; `found` has one entry a scan. Null when there is no such team. */
export async function readPage(
  db: Executor,
  teamId: string,
  filter: CompiledFilter,
  scans: readonly Scan[],
  _budgetMs: number,
): Promise<{ epoch: string; lastSeq: number; found: Found[] } | null> {
  const keys = scans.map(
    (scan, index) => sql`SELECT ${index}::int AS scan, f.* FROM (${keysOf(teamId, filter, scan)}) f`,
  );
  const { rows } = await db.execute<PageRow>(sql`
    SELECT s.epoch, s.last_seq, k.scan, (extract(epoch FROM k.stopped_at) * 1000)::bigint AS stopped_ms, ${activityColumns}
    FROM team_sequences s LEFT JOIN LATERAL (${sql.join(keys, sql` UNION ALL `)}) k ON true
    LEFT JOIN activity_events e ON e.team_id = s.team_id AND e.seq = k.seq
    WHERE s.team_id = ${teamId}`);
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
