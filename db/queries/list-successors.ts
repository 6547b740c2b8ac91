import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "../drivers/driver";

/**
 * The head of a statement: `chain` has, for each activity `e` that `from` gives (`origin`), itself and, one after the other, those that
 * took its place. The last of them stands today when its `hidden_seq` is null; else nothing does.
 */
export function withChain(teamId: string, from: SQL): SQL {
  return sql`
    WITH RECURSIVE chain AS (
      SELECT e.id AS origin, e.id, e.hidden_seq, e.superseded_by FROM ${from}
      UNION ALL
      SELECT c.origin, e.id, e.hidden_seq, e.superseded_by FROM chain c JOIN activity_events e ON e.team_id = ${teamId} AND e.id = c.superseded_by
      WHERE c.hidden_seq IS NOT NULL
    )`;
}

/** What stands today in the place of activities, by their ids: themselves, or the last of those that took their places; null: nothing does. */
export async function listSuccessors(
  db: Executor,
  teamId: string,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const asked = sql`activity_events e WHERE e.team_id = ${teamId} AND e.id = ANY(${sql.param([...new Set(ids)])}::uuid[])`;
  const { rows } = await db.execute<{ origin: string; id: string | null }>(sql`${withChain(teamId, asked)}
    SELECT c.origin, CASE WHEN c.hidden_seq IS NULL THEN c.id END AS id FROM chain c WHERE c.hidden_seq IS NULL OR c.superseded_by IS NULL`);
  return new Map(rows.map(({ origin, id }) => [origin, id]));
}
