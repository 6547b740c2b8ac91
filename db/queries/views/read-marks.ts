import { sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";

// A mark never goes back, and never beyond what there is: two tabs may tell theirs in any order.

/** Notes that a member has seen the whole feed up to `seq`. */
export async function markFeed(db: Executor, teamId: string, userId: string, seq: number): Promise<void> {
  await db.execute(sql`
    INSERT INTO feed_marks (team_id, user_id, seq)
    SELECT s.team_id, ${userId}, least(${seq}::bigint, s.last_seq) FROM team_sequences s WHERE s.team_id = ${teamId}
    ON CONFLICT (team_id, user_id) DO UPDATE SET seq = greatest(feed_marks.seq, excluded.seq)`);
}

/** Notes that a member has read the views that they see up to `seq`: one by its id, or all. False when there is no such view. */
export async function markViews(
  db: Executor,
  teamId: string,
  userId: string,
  { viewId, seq }: { viewId: string | null; seq: number },
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    INSERT INTO view_marks (team_id, user_id, view_id, seq)
    SELECT v.team_id, ${userId}, v.id, least(${seq}::bigint, s.last_seq)
    FROM saved_views v JOIN team_sequences s ON s.team_id = v.team_id
    WHERE v.team_id = ${teamId} AND (v.owner_id IS NULL OR v.owner_id = ${userId}) AND (${viewId}::uuid IS NULL OR v.id = ${viewId}::uuid)
    ON CONFLICT (team_id, user_id, view_id) DO UPDATE SET seq = greatest(view_marks.seq, excluded.seq)
    RETURNING 1`);
  return rows.length > 0;
}
