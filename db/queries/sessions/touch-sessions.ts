import { sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";

/** Notes that these sessions were used, save where that was noted within the last minute. Rows that another writer holds are left to it. */
export async function touchSessions(db: Executor, ids: readonly string[]): Promise<void> {
  await db.execute(sql`
    UPDATE user_sessions SET last_seen_at = now()
    WHERE id IN (
      SELECT id FROM user_sessions
      WHERE id = ANY(${sql.param([...ids])}::uuid[]) AND last_seen_at < now() - interval '1 minute'
      FOR UPDATE SKIP LOCKED)`);
}
