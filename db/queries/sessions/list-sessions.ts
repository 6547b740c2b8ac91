import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { userSessions } from "../../schema";
import { isYoungEnough, SESSION_DAYS } from "./create-session";

/** One device somebody is signed in on. */
export interface Session {
  id: string;
  createdAt: Date;
  /** To the minute. */
  lastSeenAt: Date;
  userAgent: string | null;
  ip: string | null;
}

/** A user's sessions that are neither revoked nor over, the one last seen first, at most 200. */
export async function listSessions(db: Executor, userId: string): Promise<Session[]> {
  const { id, createdAt, lastSeenAt, userAgent, ip } = userSessions;
  const isCurrent = gt(lastSeenAt, sql`now() - make_interval(days => ${SESSION_DAYS})`);
  return await db
    .select({ id, createdAt, lastSeenAt, userAgent, ip })
    .from(userSessions)
    .where(and(eq(userSessions.userId, userId), isNull(userSessions.revokedAt), isCurrent, isYoungEnough))
    .orderBy(desc(lastSeenAt), desc(id))
    .limit(200);
}
