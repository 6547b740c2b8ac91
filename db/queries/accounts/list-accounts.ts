import { asc, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { userAccounts } from "../../schema";

/** The accounts elsewhere that sign a user in, the oldest first, at most 100. */
export async function listAccounts(db: Executor, userId: string): Promise<{ provider: string; createdAt: Date }[]> {
  const { provider, createdAt } = userAccounts;
  return await db
    .select({ provider, createdAt })
    .from(userAccounts)
    .where(eq(userAccounts.userId, userId))
    .orderBy(asc(createdAt), asc(provider))
    .limit(100);
}
