import type { Executor } from "../../drivers/driver";
import { userAccounts } from "../../schema";
import type { ForeignAccount } from "./get-account-user";

/** Lets an account elsewhere sign a user in; false when it is somebody's already. */
export async function connectAccount(db: Executor, userId: string, account: ForeignAccount): Promise<boolean> {
  const { provider, providerAccountId } = account;
  const rows = await db
    .insert(userAccounts)
    .values({ provider, providerAccountId, userId })
    .onConflictDoNothing()
    .returning({ userId: userAccounts.userId });
  return rows.length > 0;
}
