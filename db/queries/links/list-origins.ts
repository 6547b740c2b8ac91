import { sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";

/** The seq at which what activities tell of was told first, by their ids: their own, or that of the first that they correct. */
export async function listOrigins(db: Executor, teamId: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.execute<{ id: string; seq: string | number }>(sql`
    WITH RECURSIVE chain AS (
      SELECT e.id AS told, e.seq, e.supersedes FROM activity_events e
      WHERE e.team_id = ${teamId} AND e.id = ANY(${sql.param([...ids])}::uuid[])
      UNION ALL
      SELECT c.told, e.seq, e.supersedes FROM chain c JOIN activity_events e ON e.team_id = ${teamId} AND e.id = c.supersedes
    )
    SELECT told AS id, min(seq) AS seq FROM chain GROUP BY told`);
  return new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
}
