/** Reading folded, second step: one statement counts the next events of a filter by what they are folded by, and reads the team's event id. */
import { type SQL, sql } from "drizzle-orm";
import type { Cursor } from "@/activity/cursor";
import type { EventId } from "@/activity/event-id";
import type { Filter } from "@/activity/filter";
import { FOLD_MS, type Fold, foldOf, RATE_PARTS, TALK } from "@/activity/fold/fold";
import type { Executor } from "../../drivers/driver";
import { keysStatement, lower } from "../read-page";

type Place = Pick<Cursor, "timestamp" | "seq">;

/** What lies below a place: at most `limit` events, those with a seq beyond `newestSeq` left out. */
export interface TallyScan extends Place {
  limit: number;
  /** Null: the team's head in the snapshot of this statement. */
  newestSeq: number | null;
  budgetMs: number;
}

export interface Tallies {
  head: EventId;
  /** Counts of the events found, each event in one of them; a key may come several times. */
  parts: Fold[];
  /** Where to go on: everything above was found. Null when nothing lies below. */
  next: Place | null;
  /** Whether the work budget ended it there. */
  isStopped: boolean;
}

interface TallyRow extends Record<string, unknown> {
  epoch: string;
  last_seq: string | number;
  scanned: string | number;
  stopped_ms: string | number | null;
  source: string | null;
  event_type: string;
  entity_id: string;
  person: string | null;
  count: string | number;
  important: string | number;
  first_ms: string | number | null;
  hour: string | number;
  /** Packed places within the hour: one number compares quicker than two. */
  newest: string | null;
  lowest: string | null;
}

/** Bits of a packed place that hold the seq: enough for two million million. */
const SEQ_BITS = 41n;

function unpack(hour: string | number, packed: string | null): Place | null {
  if (packed === null) return null;
  const bits = BigInt(packed);
  const timestamp = Number(hour) * FOLD_MS + Number(bits >> SEQ_BITS);
  return { timestamp, seq: Number(bits & ((1n << SEQ_BITS) - 1n)) };
}

function toPart(row: TallyRow): Fold[] {
  const newest = unpack(row.hour, row.newest);
  if (newest === null || row.source === null) return [];
  const count = Number(row.count);
  const one = foldOf({
    seq: newest.seq,
    timestamp: new Date(newest.timestamp).toISOString(),
    source: row.source,
    eventType: row.event_type,
    entityId: row.entity_id,
    actorId: row.person ?? "",
    actorKind: row.person === null ? "system" : "user",
    isImportant: false,
  });
  const first = new Date(Number(row.first_ms)).toISOString();
  return [{ ...one, count, important: Number(row.important), first, rate: one.rate.map((n) => n * count) }];
}

function nextOf(rows: readonly TallyRow[], { limit }: TallyScan): Pick<Tallies, "next" | "isStopped"> {
  const [first] = rows;
  if (first !== undefined && first.stopped_ms !== null)
    return { next: { timestamp: Number(first.stopped_ms), seq: 0 }, isStopped: true };
  if (first === undefined || Number(first.scanned) < limit) return { next: null, isStopped: false };
  const places = rows.flatMap(({ hour, lowest }) => unpack(hour, lowest) ?? []);
  return { next: places.reduce(lower), isStopped: false };
}

/** What of the team's events decides where they are folded. */
function foldableOf(teamId: string, condition: SQL): SQL {
  return sql`SELECT a.seq, (date_part('epoch', a."timestamp") * 1000)::bigint AS ms, a.source, a.event_type, a.entity_id, a.is_important,
      CASE WHEN a.actor_kind = 'user' THEN a.actor_id END AS person,
      CASE WHEN a.actor_kind = 'user' AND a.event_type ~ ${TALK} THEN a.seq END AS single
    FROM activity_events a WHERE a.team_id = ${teamId} AND ${condition}`;
}

/** Counts what lies below a place. Null when there is no such team. */
export async function readTallies(
  db: Executor,
  teamId: string,
  filter: Filter,
  scan: TallyScan,
): Promise<Tallies | null> {
  const keys = keysStatement(teamId, filter, { direction: "older", ...scan }, scan.budgetMs);
  const place = sql.raw(`((e.ms % ${FOLD_MS}) << ${SEQ_BITS}) + e.seq`);
  const counted = sql`FILTER (WHERE e.seq <= e.newest_seq)`;
  const { rows } = await db.execute<TallyRow>(sql`
    WITH keys AS MATERIALIZED (SELECT f.seq, f.stopped_at FROM (${keys}) f),
    head AS (SELECT s.epoch, s.last_seq FROM team_sequences s WHERE s.team_id = ${teamId}),
    events AS (
      SELECT a.*, coalesce(${scan.newestSeq}::bigint, h.last_seq) AS newest_seq
      -- A probe a key: a planner without statistics would read the whole team instead.
      FROM head h CROSS JOIN keys k CROSS JOIN LATERAL (${foldableOf(teamId, sql`a.seq = k.seq`)} OFFSET 0) a
    ),
    tallies AS (
      SELECT e.source, e.event_type, e.entity_id, e.person, count(*) ${counted} AS count,
        count(*) FILTER (WHERE e.seq <= e.newest_seq AND e.is_important) AS important,
        min(e.ms) ${counted} AS first_ms, min(e.ms) / ${sql.raw(String(FOLD_MS))} AS hour,
        max(${place}) ${counted} AS newest, min(${place}) AS lowest
      FROM events e
      GROUP BY e.entity_id, e.ms / ${sql.raw(String(FOLD_MS / RATE_PARTS))}, e.single, e.person, e.event_type, e.source
    )
    SELECT h.epoch, h.last_seq, (SELECT count(k.seq) FROM keys k) AS scanned,
      (SELECT (extract(epoch FROM max(k.stopped_at)) * 1000)::bigint FROM keys k) AS stopped_ms, t.*
    FROM head h LEFT JOIN tallies t ON true`);
  const [first] = rows;
  if (first === undefined) return null;
  return {
    head: { epoch: first.epoch, seq: Number(first.last_seq) },
    parts: rows.flatMap(toPart),
    ...nextOf(rows, scan),
  };
}
