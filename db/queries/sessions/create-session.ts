import { and, eq, gt, lt, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Executor } from "../../drivers/driver";
import { userSessions } from "../../schema";

/** Days after which a session that nobody used is over, and its row of no more use. */
export const SESSION_DAYS = 30;

/** Days after which a session is over however often it was used, and its person signs in anew. */
export const SESSION_MOST_DAYS = 90;

/** Whether a session began within {@link SESSION_MOST_DAYS}. */
export const isYoungEnough = gt(userSessions.createdAt, sql`now() - make_interval(days => ${SESSION_MOST_DAYS})`);

/** What is known of the device that signs in. */
export interface Device {
  ip: string | null;
  userAgent: string | null;
}

/** Stores a new session of a user and gives its id. Rows of the user's that are long over are removed on the way. */
export async function createSession(db: Executor, userId: string, device: Device): Promise<string> {
  const isOver = lt(userSessions.lastSeenAt, sql`now() - make_interval(days => ${SESSION_DAYS + 1})`);
  await db.delete(userSessions).where(and(eq(userSessions.userId, userId), isOver));
  const id = v7();
  await db.insert(userSessions).values({ id, userId, ...device });
  return id;
}
