import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { apiKeys } from "../../schema";
import type { Scope } from "./list-keys-by-hash";

export interface ListedKey {
  id: string;
  name: string;
  /** The first characters of the key, to recognise it by. */
  prefix: string;
  scopes: Scope[];
  createdBy: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
  /** Until when the secret before the current one counts; null when it does not. */
  previousUntil: Date | null;
}

/** A team's keys that are not revoked, newest first, at most 500. */
export async function listKeys(db: Executor, teamId: string): Promise<ListedKey[]> {
  return await db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      scopes: apiKeys.scopes,
      createdBy: apiKeys.createdBy,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
      previousUntil:
        sql<Date | null>`case when ${apiKeys.previousUntil} > now() then ${apiKeys.previousUntil} end`.mapWith(
          apiKeys.previousUntil,
        ),
    })
    .from(apiKeys)
    .where(and(eq(apiKeys.teamId, teamId), isNull(apiKeys.revokedAt)))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(500);
}
