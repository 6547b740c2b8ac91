import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { apiKeys } from "../../schema";

/** Notes that a key was used; does nothing when that was noted within the last minute. */
export async function touchKey(db: Executor, teamId: string, keyId: string): Promise<void> {
  const isStale = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, sql`now() - interval '1 minute'`));
  await db
    .update(apiKeys)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(apiKeys.teamId, teamId), eq(apiKeys.id, keyId), isStale));
}
