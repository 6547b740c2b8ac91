import { and, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { users } from "../../schema";

/** Notes that a user's address was shown to be theirs. */
export async function setEmailVerified(db: Executor, userId: string): Promise<void> {
  await db
    .update(users)
    .set({ emailVerified: sql`now()` })
    .where(and(eq(users.id, userId), isNull(users.emailVerified)));
}
