import { and, eq, isNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { apiKeys, teams } from "../../schema";
import { type Team, teamColumns } from "../teams/get-team";

export type Scope = "capture" | "read" | "admin";

export interface StoredKey {
  team: Team;
  keyId: string;
  scopes: Scope[];
  lastUsedAt: Date | null;
}

/** The key with that SHA-256 in the team of that slug; null for an unknown team, another team's key and a revoked one alike. */
export async function getKeyByHash(db: Executor, teamSlug: string, hash: Buffer): Promise<StoredKey | null> {
  const rows = await db
    .select({ team: teamColumns, keyId: apiKeys.id, scopes: apiKeys.scopes, lastUsedAt: apiKeys.lastUsedAt })
    .from(teams)
    .innerJoin(apiKeys, and(eq(apiKeys.teamId, teams.id), eq(apiKeys.hash, hash), isNull(apiKeys.revokedAt)))
    .where(eq(teams.slug, teamSlug));
  return rows[0] ?? null;
}
