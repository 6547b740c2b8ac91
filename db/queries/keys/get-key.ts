import { and, eq, isNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { apiKeys } from "../../schema";
import type { Scope } from "./list-keys-by-hash";

/** What a key that is not revoked is called, may do, and who made it; null when there is no such key. */
export async function getKey(
  db: Executor,
  teamId: string,
  keyId: string,
): Promise<{ id: string; name: string; scopes: Scope[]; createdBy: string | null } | null> {
  const rows = await db
    .select({ id: apiKeys.id, name: apiKeys.name, scopes: apiKeys.scopes, createdBy: apiKeys.createdBy })
    .from(apiKeys)
    .where(and(eq(apiKeys.teamId, teamId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)));
  return rows[0] ?? null;
}
