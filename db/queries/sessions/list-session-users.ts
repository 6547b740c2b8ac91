import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { userSessions, users } from "../../schema";
import type { User } from "../users/list-users";
import { isYoungEnough } from "./create-session";

/** A session as its token names it. Tokens from before sessions had rows name none. */
export interface NamedSession {
  userId: string;
  sessionId: string | null;
}

/** A user, and when the session was last seen; null for a session without a row. */
export interface SessionUser extends User {
  lastSeenAt: Date | null;
}

/** The users of these sessions, each in its place; null where there is no such user, or the session named was revoked, is gone or has lasted long enough. */
export async function listSessionUsers(db: Executor, asked: readonly NamedSession[]): Promise<(SessionUser | null)[]> {
  const userIds = sql.param(asked.map(({ userId }) => userId));
  const sessionIds = sql.param(asked.map(({ sessionId }) => sessionId));
  const rows = await db
    .select({
      place: sql<number>`asked.place::int`,
      id: users.id,
      name: users.name,
      email: users.email,
      sessionVersion: users.sessionVersion,
      lastSeenAt: userSessions.lastSeenAt,
    })
    .from(sql`unnest(${userIds}::uuid[], ${sessionIds}::uuid[]) WITH ORDINALITY AS asked (user_id, session_id, place)`)
    .innerJoin(users, eq(users.id, sql`asked.user_id`))
    .leftJoin(
      userSessions,
      and(
        eq(userSessions.id, sql`asked.session_id`),
        eq(userSessions.userId, users.id),
        isNull(userSessions.revokedAt),
        isYoungEnough,
      ),
    )
    .where(or(isNull(sql`asked.session_id`), sql`${userSessions.id} IS NOT NULL`));
  const found = new Map(rows.map(({ place, ...user }) => [place, user]));
  return asked.map((_, index) => found.get(index + 1) ?? null);
}
