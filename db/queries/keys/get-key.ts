import { and, eq, isNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { apiKeys } from "../../schema";

/** Who made a key that is not revoked; null when there is no such key. */
export async function getKey(
  db: Executor,
  teamId: string,
  keyId: string,
): Promise<{ id: string; createdBy: string | null } | null> {
  const rows = await db
    .select({ id: apiKeys.id, createdBy: apiKeys.createdBy })
    .from(apiKeys)
    .where(and(eq(apiKeys.teamId, teamId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)));
  return rows[0] ?? null;
}
