import { sql } from "drizzle-orm";
import type { Activity } from "@/activity/activity";
import type { Executor } from "../drivers/driver";
import { type ActivityRow, activityColumns, toActivity } from "./to-activity";

/** The team's activities with these ids (UUIDs), in the given order; ids that are not there are left out. */
export async function listActivitiesByIds(db: Executor, teamId: string, ids: readonly string[]): Promise<Activity[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.execute<ActivityRow>(sql`
    SELECT ${activityColumns} FROM activity_events e
    WHERE e.team_id = ${teamId} AND e.id = ANY(${sql.param([...new Set(ids)])}::uuid[])`);
  const byId = new Map(rows.map((row) => [row.id, toActivity(row)]));
  return ids.flatMap((id) => byId.get(id.toLowerCase()) ?? []);
}
