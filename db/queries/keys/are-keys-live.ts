import { sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";

/** A key that somebody was let in by, and the SHA-256 it went by, in hex. */
export interface UsedKey {
  teamId: string;
  keyId: string;
  keyHash: string;
}

/** Whether each of these keys is one of its team's, not revoked, and still goes by that hash, in the order asked. */
export async function areKeysLive(db: Executor, keys: readonly UsedKey[]): Promise<boolean[]> {
  const teamIds = sql.param(keys.map(({ teamId }) => teamId));
  const keyIds = sql.param(keys.map(({ keyId }) => keyId));
  const hashes = sql.param(keys.map(({ keyHash }) => keyHash));
  const { rows } = await db.execute<{ place: number }>(sql`
    SELECT asked.place::int AS place
    FROM unnest(${teamIds}::uuid[], ${keyIds}::uuid[], ${hashes}::text[]) WITH ORDINALITY AS asked (team_id, id, hash, place)
    JOIN api_keys k ON k.team_id = asked.team_id AND k.id = asked.id AND k.revoked_at IS NULL
      AND (k.hash = decode(asked.hash, 'hex') OR (k.previous_hash = decode(asked.hash, 'hex') AND k.previous_until > now()))`);
  const live = new Set(rows.map(({ place }) => place));
  return keys.map((_, index) => live.has(index + 1));
}
