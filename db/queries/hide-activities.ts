import { sql } from "drizzle-orm";
import { bellOf } from "../doorbells/ring-after-commit";
import type { Executor } from "../drivers/driver";

/** An activity to be hidden, and the one that takes its place; null when none does. */
export interface Hiding {
  id: string;
  successor: string | null;
}

/**
 * Takes activities out of readers' sight, no id twice, inside the transaction that stored their successors (memory that holds older ones is not told of the link): what was stored of them
 * stays, each hiding is a change with the team's next seq, and open readers are told. What is hidden already is left as it is.
 * Gives how many were hidden.
 */
export async function hideActivities(
  tx: Executor,
  teamId: string,
  hidings: readonly Hiding[],
  changedBy: string | null,
): Promise<number> {
  if (hidings.length === 0) return 0;
  const ring = bellOf(tx);
  const { rows } = await tx.execute<{ seq: string | number }>(sql`
    SELECT seq FROM hide_activities(${teamId}::uuid, ${sql.param(hidings.map(({ id }) => id))}::uuid[],
      ${sql.param(hidings.map(({ successor }) => successor))}::uuid[], ${changedBy}::uuid, ${ring !== null}::boolean)`);
  if (rows.length > 0) ring?.({ topic: "activity", teamId, seq: Math.max(...rows.map(({ seq }) => Number(seq))) });
  return rows.length;
}
