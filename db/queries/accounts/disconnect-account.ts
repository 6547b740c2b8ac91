import { and, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { userAccounts } from "../../schema";

/** Takes the accounts at one provider away from a user; false when there were none. */
export async function disconnectAccount(db: Executor, userId: string, provider: string): Promise<boolean> {
  const rows = await db
    .delete(userAccounts)
    .where(and(eq(userAccounts.userId, userId), eq(userAccounts.provider, provider)))
    .returning({ userId: userAccounts.userId });
  return rows.length > 0;
}
