import { sql } from "drizzle-orm";
import type { Activity } from "@/activity/activity";
import type { Cursor } from "@/activity/cursor";
import type { Filter } from "@/activity/filter";
import type { Executor } from "../../drivers/driver";
import { compileFilter, passes } from "../compile-filter";
import { instant } from "../read-page";
import { type ActivityRow, activityColumns, toActivity } from "../to-activity";

/** A part of the feed: below `from`, down to `to` and with it; null: to the end. */
export interface Stretch {
  from: Cursor;
  to: Cursor | null;
}

/**
 * The activities of a stretch that a correction has taken the place of since the team's head was `headSeq`, as they were then,
 * in no order. What was withdrawn since, without a correction, is not among them.
 */
export async function listReplaced(
  db: Executor,
  teamId: string,
  headSeq: number,
  filter: Filter,
  { from, to }: Stretch,
): Promise<Activity[]> {
  const low = to ?? { timestamp: 0, seq: 0 };
  const { rows } = await db.execute<ActivityRow>(sql`
    SELECT ${activityColumns} FROM activity_changes c
    JOIN activity_events e ON e.team_id = c.team_id AND e.id = c.activity_id
    WHERE c.team_id = ${teamId} AND c.seq > ${headSeq} AND c.superseded_by IS NOT NULL AND e.seq <= ${headSeq}
      AND (e.timestamp, e.seq) < (${instant(from.timestamp)}::timestamptz, ${from.seq}::bigint)
      AND (e.timestamp, e.seq) >= (${instant(low.timestamp)}::timestamptz, ${low.seq}::bigint)
      AND ${passes(compileFilter(filter), sql`e`)}`);
  return rows.map((row) => toActivity({ ...row, hidden_seq: null, superseded_by: null }));
}
