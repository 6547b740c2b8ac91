import { and, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { userSessions } from "../../schema";
import { ringAccess } from "../ring-access";

/** Ends one session of a user; false when there is no such live one. Run it in a transaction. */
export async function revokeSession(db: Executor, userId: string, sessionId: string): Promise<boolean> {
  const rows = await db
    .update(userSessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(userSessions.userId, userId), eq(userSessions.id, sessionId), isNull(userSessions.revokedAt)))
    .returning({ id: userSessions.id });
  await ringAccess(db, { userId });
  return rows.length > 0;
}
