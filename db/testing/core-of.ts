/** For tests: what is stored of a team's activities, without what hiding writes: nothing else may ever change. */
import { sql } from "drizzle-orm";
import type { Executor } from "../drivers/driver";

/** A text a row, in the order of the numbers. */
export async function coreOf(db: Executor, teamId: string): Promise<string[]> {
  const { rows } = await db.execute<{ row: string }>(sql`
    SELECT (to_jsonb(e) - 'hidden_seq' - 'supersedes' - 'superseded_by')::text AS row FROM activity_events e
    WHERE e.team_id = ${teamId} ORDER BY e.seq`);
  return rows.map(({ row }) => row);
}
