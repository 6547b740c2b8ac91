import { eq, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { users } from "../../schema";
import { ringAccess } from "../ring-access";

/** Replaces a user's password and revokes every session. Run it in a transaction. */
export async function setPassword(db: Executor, userId: string, passwordHash: string): Promise<void> {
  await db
    .update(users)
    .set({ passwordHash, sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, userId));
  await ringAccess(db, { userId });
}
