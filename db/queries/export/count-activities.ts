import { sql } from "drizzle-orm";
import type { EventId } from "@/activity/event-id";
import type { Filter } from "@/activity/filter";
import type { Executor } from "../../drivers/driver";
import { TOP } from "../list-activities";
import { keysStatement } from "../read-page";

/** Nobody counts further than this. */
const MOST_COUNTED = 100_000;
/** How long Postgres may search for what it counts unless the caller says otherwise, milliseconds. */
const COUNT_MS = 250;

/** How many activities pass a filter, and the team's head in the same snapshot. */
export interface Counted {
  head: EventId;
  /** At most {@link MOST_COUNTED}. */
  count: number;
  /** False when there may be more. */
  isExact: boolean;
}

/** Counts what the list of a filter shows, by the list's own paths. Null when there is no such team. */
export async function countActivities(
  db: Executor,
  teamId: string,
  filter: Filter,
  most = MOST_COUNTED,
  budgetMs = COUNT_MS,
): Promise<Counted | null> {
  const keys = keysStatement(teamId, filter, { direction: "older", ...TOP, limit: most + 1 }, budgetMs);
  const { rows } = await db.execute<{
    epoch: string;
    last_seq: string | number;
    found: string | number;
    stops: string | number;
  }>(sql`
    SELECT s.epoch, s.last_seq, count(k.seq) AS found, count(k.stopped_at) AS stops
    FROM team_sequences s LEFT JOIN LATERAL (${keys}) k ON true
    WHERE s.team_id = ${teamId} GROUP BY s.epoch, s.last_seq`);
  const [row] = rows;
  if (row === undefined) return null;
  const found = Number(row.found);
  return {
    head: { epoch: row.epoch, seq: Number(row.last_seq) },
    count: Math.min(found, most),
    isExact: found <= most && Number(row.stops) === 0,
  };
}
