/** Out: the hub's one read, what is new after a seq and which of the live filters each row passes. */
import type { Activity } from "@/activity/activity";
import type { Change } from "@/activity/wire";
import type { Executor } from "../drivers/driver";
import { FixedStatement } from "../fixed-statement";
import type { CompiledFilter } from "./compile-filter";
import { ACTIVITY_COLUMNS, type ActivityRow, toActivity } from "./to-activity";

/** One number of a team's history: an activity, or what changed about an older one (`activity` then is that one). */
export interface LiveEntry {
  seq: number;
  activity: Activity;
  change: Change | null;
  /** The indexes of the filters that let the activity through. */
  matches: number[];
}

export interface LiveBatch {
  /** The team's epoch and newest seq, in the same snapshot as the rows. */
  epoch: string;
  lastSeq: number;
  /** In seq order. */
  rows: LiveEntry[];
}

interface LiveRow extends ActivityRow {
  epoch: string;
  last_seq: string | number;
  last_change: string | number;
  place: string | number;
  is_change: boolean;
  matches: number[];
}

/** Activities alone, and together with what changed about older ones. */
const ACTIVITIES = `
      SELECT a.*, a.seq AS place, false AS is_change FROM activity_events a WHERE a.team_id = s.team_id AND a.seq > $2 ORDER BY a.seq LIMIT $3`;
const BOTH = `
      (${ACTIVITIES})
      UNION ALL
      SELECT a.*, c.seq, true FROM (
        SELECT k.seq, k.activity_id FROM activity_changes k WHERE k.team_id = s.team_id AND k.seq > $2 ORDER BY k.seq LIMIT $3
      ) c CROSS JOIN LATERAL (SELECT * FROM activity_events v WHERE v.team_id = s.team_id AND v.id = c.activity_id LIMIT 1) a`;

const statement = (rows: string, matches: string) => `
    SELECT s.epoch, s.last_seq, s.last_change, e.place, e.is_change, ${ACTIVITY_COLUMNS}, ${matches} AS matches
    FROM team_sequences s LEFT JOIN LATERAL (${rows}
    ) e ON true
    WHERE s.team_id = $1`;

const NO_MATCHES = "'{}'::int[]";
const MATCHES = `(
      SELECT coalesce(array_agg(f.k ORDER BY f.k), '{}')
      FROM unnest($4::int[], $5::tsquery[], $6::tsquery[], $7::tsquery[], $8::timestamptz[], $9::timestamptz[])
        AS f(k, words, facets, excluded, lo, hi)
      WHERE (f.facets IS NULL OR e.search @@ f.facets) AND (f.excluded IS NULL OR e.search @@ f.excluded)
        AND (f.words IS NULL OR e.search @@ f.words) AND (f.lo IS NULL OR e.timestamp >= f.lo) AND (f.hi IS NULL OR e.timestamp < f.hi)
    )`;
/** By whether there are filters. Planning takes longest of all, so changes are only looked for where there are some. */
const PLAIN = { unfiltered: statement(ACTIVITIES, NO_MATCHES), filtered: statement(ACTIVITIES, MATCHES) };
const WITH_CHANGES = { unfiltered: statement(BOTH, NO_MATCHES), filtered: statement(BOTH, MATCHES) };

function toEntry(row: LiveRow): LiveEntry {
  const activity = toActivity(row);
  const { id, supersededBy = null } = activity;
  const change: Change | null = row.is_change ? { id, isHidden: true, supersededBy } : null;
  return { seq: Number(row.place), activity, change, matches: row.matches };
}

/** Up to `limit` activities and changes after `afterSeq`, matched against `filters` by Postgres; null when there is no such team. */
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
  const kind = filters.length > 0 ? "filtered" : "unfiltered";
  const read = async (statements: typeof PLAIN) =>
    (await db.execute<LiveRow>(new FixedStatement(statements[kind], values))).rows;
  let rows = await read(PLAIN);
  // A read of its own, for all of it must be of one snapshot.
  if (Number(rows[0]?.last_change ?? 0) > afterSeq) rows = await read(WITH_CHANGES);
  const [first] = rows;
  if (first === undefined) return null;
  const batch = rows
    .filter((row) => row.id !== null)
    .map(toEntry)
    .sort((a, b) => a.seq - b.seq)
    // Each of the two gave up to the limit: what is beyond it may have a hole before it.
    .slice(0, limit);
  return { epoch: first.epoch, lastSeq: Number(first.last_seq), rows: batch };
}
