import { and, eq, isNotNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { apiKeys } from "../../schema";
import { ringAccess } from "../ring-access";
import type { Scope } from "./list-keys-by-hash";

/** Lets a revoked key count again, with the secrets it had; null when the team has no such revoked key. Run it in a transaction. */
export async function restoreKey(
  db: Executor,
  teamId: string,
  keyId: string,
): Promise<{ id: string; name: string; scopes: Scope[]; createdBy: string | null } | null> {
  const rows = await db
    .update(apiKeys)
    .set({ revokedAt: null })
    .where(and(eq(apiKeys.teamId, teamId), eq(apiKeys.id, keyId), isNotNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id, name: apiKeys.name, scopes: apiKeys.scopes, createdBy: apiKeys.createdBy });
  await ringAccess(db, { teamId });
  return rows[0] ?? null;
}
