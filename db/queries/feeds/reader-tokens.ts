import { and, count, desc, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Executor } from "../../drivers/driver";
import { members, readerTokens, teams } from "../../schema";
import { type Team, teamColumns } from "../teams/get-team";

export interface ListedToken {
  id: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** Whose feed reader called: a member, as of now. */
export interface FeedReader {
  team: Team;
  tokenId: string;
  userId: string;
  lastUsedAt: Date | null;
}

/** Stores what is kept of a new token. */
export async function createReaderToken(
  db: Executor,
  teamId: string,
  token: { userId: string; hash: Buffer },
): Promise<{ id: string; createdAt: Date }> {
  const rows = await db
    .insert(readerTokens)
    .values({ teamId, id: v7(), ...token })
    .returning({ id: readerTokens.id, createdAt: readerTokens.createdAt });
  const [made] = rows;
  if (made === undefined) throw new Error("a reader's token was not stored");
  return made;
}

const isOwn = (teamId: string, userId: string) =>
  and(eq(readerTokens.teamId, teamId), eq(readerTokens.userId, userId), isNull(readerTokens.revokedAt));

/** A member's own tokens that are not revoked, newest first, at most 100. */
export async function listReaderTokens(db: Executor, teamId: string, userId: string): Promise<ListedToken[]> {
  return await db
    .select({ id: readerTokens.id, createdAt: readerTokens.createdAt, lastUsedAt: readerTokens.lastUsedAt })
    .from(readerTokens)
    .where(isOwn(teamId, userId))
    .orderBy(desc(readerTokens.createdAt), desc(readerTokens.id))
    .limit(100);
}

/** How many tokens a member has that are not revoked. */
export async function countReaderTokens(db: Executor, teamId: string, userId: string): Promise<number> {
  const rows = await db.select({ tokens: count() }).from(readerTokens).where(isOwn(teamId, userId));
  return rows[0]?.tokens ?? 0;
}

/** Ends a member's own token; false when there is no such live one. */
export async function revokeReaderToken(db: Executor, teamId: string, userId: string, id: string): Promise<boolean> {
  const rows = await db
    .update(readerTokens)
    .set({ revokedAt: sql`now()` })
    .where(and(isOwn(teamId, userId), eq(readerTokens.id, id)))
    .returning({ id: readerTokens.id });
  return rows.length > 0;
}

/** Lets a member's own revoked token count again; false when there is no such one. */
export async function restoreReaderToken(db: Executor, teamId: string, userId: string, id: string): Promise<boolean> {
  const { teamId: team, userId: user, revokedAt } = readerTokens;
  const rows = await db
    .update(readerTokens)
    .set({ revokedAt: null })
    .where(and(eq(team, teamId), eq(user, userId), eq(readerTokens.id, id), isNotNull(revokedAt)))
    .returning({ id: readerTokens.id });
  return rows.length > 0;
}

/** Whom a token is of, if it is not revoked and they are still a member of its team. The team comes from it, never from the caller. */
export async function getFeedReader(db: Executor, hash: Buffer): Promise<FeedReader | null> {
  const rows = await db
    .select({
      team: teamColumns,
      tokenId: readerTokens.id,
      userId: readerTokens.userId,
      lastUsedAt: readerTokens.lastUsedAt,
    })
    .from(readerTokens)
    .innerJoin(teams, eq(teams.id, readerTokens.teamId))
    .innerJoin(members, and(eq(members.teamId, readerTokens.teamId), eq(members.userId, readerTokens.userId)))
    .where(and(eq(readerTokens.hash, hash), isNull(readerTokens.revokedAt)));
  return rows[0] ?? null;
}

/** Notes that a token was used; does nothing when that was noted within the last minute. */
export async function touchReaderToken(db: Executor, teamId: string, id: string): Promise<void> {
  const isStale = or(isNull(readerTokens.lastUsedAt), lt(readerTokens.lastUsedAt, sql`now() - interval '1 minute'`));
  await db
    .update(readerTokens)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(readerTokens.teamId, teamId), eq(readerTokens.id, id), isStale));
}
