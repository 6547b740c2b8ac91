import { and, eq, isNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { apiKeys } from "../../schema";

/** What a key that is not revoked is called, and who made it; null when there is no such key. */
export async function getKey(
  db: Executor,
  teamId: string,
  keyId: string,
): Promise<{ id: string; name: string; createdBy: string | null } | null> {
  const rows = await db
    .select({ id: apiKeys.id, name: apiKeys.name, createdBy: apiKeys.createdBy })
    .from(apiKeys)
    .where(and(eq(apiKeys.teamId, teamId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)));
  return rows[0] ?? null;
}
