/** Out: the hub's one read, what is new after a seq and which of the live filters each row passes. */
import type { Activity } from "@/activity/activity";
import type { Executor } from "../drivers/driver";
import { FixedStatement } from "../fixed-statement";
import type { CompiledFilter } from "./compile-filter";
import { ACTIVITY_COLUMNS, type ActivityRow, toActivity } from "./to-activity";

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

const statement = (matches: string) => `
    SELECT s.epoch, s.last_seq, ${ACTIVITY_COLUMNS}, ${matches} AS matches
    FROM team_sequences s
    LEFT JOIN LATERAL (
      SELECT * FROM activity_events a WHERE a.team_id = s.team_id AND a.seq > $2 ORDER BY a.seq LIMIT $3
    ) e ON true
    WHERE s.team_id = $1`;

const UNFILTERED = statement("'{}'::int[]");
const FILTERED = statement(`(
      SELECT coalesce(array_agg(f.k ORDER BY f.k), '{}')
      FROM unnest($4::int[], $5::tsquery[], $6::tsquery[], $7::tsquery[], $8::timestamptz[], $9::timestamptz[])
        AS f(k, words, facets, excluded, lo, hi)
      WHERE (f.facets IS NULL OR e.search @@ f.facets) AND (f.excluded IS NULL OR e.search @@ f.excluded)
        AND (f.words IS NULL OR e.search @@ f.words) AND (f.lo IS NULL OR e.timestamp >= f.lo) AND (f.hi IS NULL OR e.timestamp < f.hi)
    )`);

/** Up to `limit` activities after `afterSeq`, matched against `filters` by Postgres; null when there is no such team. */
export async function readLive(
  db: Executor,
  teamId: string,
  afterSeq: number,
  limit: number,
  filters: readonly CompiledFilter[],
): Promise<LiveBatch | null> {
  const fields = ["words", "facets", "not", "from", "to"] as const;
  const values: unknown[] = [teamId, afterSeq, limit];
  if (filters.length > 0)
    values.push(
      filters.map((_, index) => index),
      ...fields.map((field) => filters.map((filter) => filter[field])),
    );
  const { rows } = await db.execute<LiveRow>(new FixedStatement(filters.length > 0 ? FILTERED : UNFILTERED, values));
  const [first] = rows;
  if (first === undefined) return null;
  const batch = rows
    .filter((row) => row.id !== null)
    .map((row) => ({ activity: toActivity(row), matches: row.matches }))
    .sort((a, b) => a.activity.seq - b.activity.seq);
  return { epoch: first.epoch, lastSeq: Number(first.last_seq), rows: batch };
}
