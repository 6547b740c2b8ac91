import { sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";

/** Whether each of these keys is one of its team's and not revoked, in the order asked. */
export async function areKeysLive(
  db: Executor,
  keys: readonly { teamId: string; keyId: string }[],
): Promise<boolean[]> {
  const teamIds = sql.param(keys.map(({ teamId }) => teamId));
  const keyIds = sql.param(keys.map(({ keyId }) => keyId));
  const { rows } = await db.execute<{ place: number }>(sql`
    SELECT asked.place::int AS place
    FROM unnest(${teamIds}::uuid[], ${keyIds}::uuid[]) WITH ORDINALITY AS asked (team_id, id, place)
    JOIN api_keys k ON k.team_id = asked.team_id AND k.id = asked.id AND k.revoked_at IS NULL`);
  const live = new Set(rows.map(({ place }) => place));
  return keys.map((_, index) => live.has(index + 1));
}
