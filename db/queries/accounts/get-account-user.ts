import { and, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { userAccounts, users } from "../../schema";
import type { User } from "../users/list-users";

/** An account elsewhere: who runs it, and the person's id there. */
export interface ForeignAccount {
  provider: string;
  providerAccountId: string;
}

/** The user whom an account elsewhere signs in; null when it is connected to none. */
export async function getAccountUser(db: Executor, account: ForeignAccount): Promise<User | null> {
  const rows = await db
    .select({ id: users.id, name: users.name, email: users.email, sessionVersion: users.sessionVersion })
    .from(userAccounts)
    .innerJoin(users, eq(users.id, userAccounts.userId))
    .where(
      and(eq(userAccounts.provider, account.provider), eq(userAccounts.providerAccountId, account.providerAccountId)),
    );
  return rows[0] ?? null;
}
