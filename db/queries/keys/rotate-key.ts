import { and, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { apiKeys } from "../../schema";
import { ringAccess } from "../ring-access";

/**
 * Gives a key a new secret; the one before it counts for `hours` more, and the one before that no longer. Gives when it ends, null
 * for `hours` 0; undefined when there is no such live key. Run it in a transaction.
 */
export async function rotateKey(
  db: Executor,
  teamId: string,
  keyId: string,
  { hash, prefix, hours }: { hash: Buffer; prefix: string; hours: number },
): Promise<Date | null | undefined> {
  const kept = hours > 0;
  const rows = await db
    .update(apiKeys)
    .set({
      hash,
      prefix,
      previousHash: kept ? sql`${apiKeys.hash}` : null,
      previousUntil: kept ? sql`now() + make_interval(hours => ${hours}::int)` : null,
    })
    .where(and(eq(apiKeys.teamId, teamId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)))
    .returning({ until: apiKeys.previousUntil });
  await ringAccess(db, { teamId });
  return rows[0]?.until;
}
