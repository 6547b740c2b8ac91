import { and, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { apiKeys } from "../../schema";
import { ringAccess } from "../ring-access";

/** Ends a key; false when there is no such live key. Run it in a transaction. */
export async function revokeKey(db: Executor, teamId: string, keyId: string): Promise<boolean> {
  const rows = await db
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiKeys.teamId, teamId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  await ringAccess(db, { teamId });
  return rows.length > 0;
}
