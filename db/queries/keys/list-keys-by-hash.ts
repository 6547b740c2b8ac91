import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { apiKeys, teams } from "../../schema";
import { type Team, teamColumns } from "../teams/get-team";
import { holdsSlug } from "../teams/slug-holder";

export type Scope = "capture" | "read" | "admin";

export interface StoredKey {
  team: Team;
  keyId: string;
  scopes: Scope[];
  lastUsedAt: Date | null;
}

/** A key that somebody sent: the slug or an alias of the team it is to be of, and its SHA-256. */
export interface SentKey {
  teamSlug: string;
  hash: Buffer;
}

/** Whether a key goes by that SHA-256: its own, or, for a while after it was rotated, the one before. */
function countsAs(hash: SQL): SQL {
  const { previousHash, previousUntil } = apiKeys;
  return sql`(${apiKeys.hash} = ${hash} or (${previousHash} = ${hash} and ${previousUntil} > now()))`;
}

/** The keys that were sent, each in its place; null for an unknown team, another team's key and a revoked one alike. */
export async function listKeysByHash(db: Executor, sent: readonly SentKey[]): Promise<(StoredKey | null)[]> {
  const slugs = sql.param(sent.map(({ teamSlug }) => teamSlug));
  const hashes = sql.param(sent.map(({ hash }) => hash.toString("hex")));
  const rows = await db
    .select({
      place: sql<number>`asked.place::int`,
      team: teamColumns,
      keyId: apiKeys.id,
      scopes: apiKeys.scopes,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(sql`unnest(${slugs}::text[], ${hashes}::text[]) WITH ORDINALITY AS asked (slug, hash, place)`)
    .innerJoin(teams, holdsSlug(sql`asked.slug`))
    .innerJoin(
      apiKeys,
      and(eq(apiKeys.teamId, teams.id), countsAs(sql`decode(asked.hash, 'hex')`), isNull(apiKeys.revokedAt)),
    );
  const found = new Map(rows.map(({ place, ...key }) => [place, key]));
  return sent.map((_, index) => found.get(index + 1) ?? null);
}
