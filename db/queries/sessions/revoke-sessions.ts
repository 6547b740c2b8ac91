import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { userSessions, users } from "../../schema";
import { ringAccess } from "../ring-access";

/**
 * Ends every session of a user but `except` (null: every one), those without a row included. Gives how many rows ended.
 * Run it in a transaction.
 */
export async function revokeSessions(db: Executor, userId: string, except: string | null): Promise<number> {
  // The version is what sessions from before there were rows go by.
  await db
    .update(users)
    .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, userId));
  const isOther = except === null ? undefined : ne(userSessions.id, except);
  const rows = await db
    .update(userSessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(userSessions.userId, userId), isNull(userSessions.revokedAt), isOther))
    .returning({ id: userSessions.id });
  await ringAccess(db, { userId });
  return rows.length;
}
