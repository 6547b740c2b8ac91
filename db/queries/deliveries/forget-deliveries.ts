import { sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";

/** Lines of one statement: others must not wait for a long one. */
const AT_ONCE = 1_000;

/** Forgets lines of every team's delivery log that are older than so many days; their ids stay honoured. Gives how many, at most a thousand a call. */
export async function forgetDeliveries(db: Executor, days: number): Promise<number> {
  const { rows } = await db.execute(sql`
    DELETE FROM delivery_log WHERE (team_id, id) IN (
      SELECT team_id, id FROM delivery_log WHERE received_at < now() - make_interval(days => ${days}::int)
      ORDER BY received_at LIMIT ${AT_ONCE}
    ) RETURNING id`);
  return rows.length;
}
