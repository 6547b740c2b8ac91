/** Out: the hub's one read, what is new after a seq and which of the live filters each row passes. */
import { sql } from "drizzle-orm";
import type { Activity } from "@/activity/activity";
import type { Executor } from "../drivers/driver";
import type { CompiledFilter } from "./compile-filter";
import { type ActivityRow, activityColumns, toActivity } from "./to-activity";

export interface LiveBatch {
  /** The team's epoch and newest seq, in the same snapshot as the rows. */
  epoch: string;
  lastSeq: number;
  /** In seq order. `matches` holds the indexes of the filters that let the activity through. */
  rows: { activity: Activity; matches: number[] }[];
}

interface LiveRow extends ActivityRow {
  epoch: string;
  last_seq: string | number;
  matches: number[];
}

/** Up to `limit` activities after `afterSeq`, matched against `filters` by Postgres; null when there is no such team. */
export async function readLive(
  db: Executor,
  teamId: string,
  afterSeq: number,
  limit: number,
  filters: readonly CompiledFilter[],
): Promise<LiveBatch | null> {
  const column = (pick: (filter: CompiledFilter) => string | null) => sql.param(filters.map(pick));
  const { rows } = await db.execute<LiveRow>(sql`
    SELECT s.epoch, s.last_seq, ${activityColumns}, (
      SELECT coalesce(array_agg(f.k ORDER BY f.k), '{}') FROM unnest(
        ${sql.param(filters.map((_, index) => index))}::int[], ${column((f) => f.words)}::tsquery[],
        ${column((f) => f.facets)}::tsquery[], ${column((f) => f.not)}::tsquery[],
        ${column((f) => f.from)}::timestamptz[], ${column((f) => f.to)}::timestamptz[]
      ) AS f(k, words, facets, excluded, lo, hi)
      WHERE (f.facets IS NULL OR e.search @@ f.facets) AND (f.excluded IS NULL OR e.search @@ f.excluded)
        AND (f.words IS NULL OR e.search @@ f.words) AND (f.lo IS NULL OR e.timestamp >= f.lo) AND (f.hi IS NULL OR e.timestamp < f.hi)
    ) AS matches
    FROM team_sequences s
    LEFT JOIN LATERAL (
      SELECT * FROM activity_events a WHERE a.team_id = s.team_id AND a.seq > ${afterSeq} ORDER BY a.seq LIMIT ${limit}
    ) e ON true
    WHERE s.team_id = ${teamId}`);
  const [first] = rows;
  if (first === undefined) return null;
  const batch = rows
    .filter((row) => row.id !== null)
    .map((row) => ({ activity: toActivity(row), matches: row.matches }))
    .sort((a, b) => a.activity.seq - b.activity.seq);
  return { epoch: first.epoch, lastSeq: Number(first.last_seq), rows: batch };
}
