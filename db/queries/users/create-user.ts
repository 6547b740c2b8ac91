import { v7 } from "uuid";
import { ActivityError } from "@/activity/errors";
import type { Executor } from "../../drivers/driver";
import { users } from "../../schema";

export interface NewUser {
  name: string;
  /** Lower case. */
  email: string;
  /** Null for somebody who signs in by other ways. */
  passwordHash: string | null;
  /** Whether it is known that the address is theirs; default false. */
  isEmailVerified?: boolean;
}

/** Stores a new user and gives the id. Throws `conflict` when somebody has the address already. */
export async function createUser(db: Executor, { isEmailVerified = false, ...user }: NewUser): Promise<string> {
  const rows = await db
    .insert(users)
    .values({ id: v7(), ...user, emailVerified: isEmailVerified ? new Date() : null })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  const created = rows[0];
  if (created === undefined) throw new ActivityError("conflict", `There is already an account for ${user.email}.`);
  return created.id;
}
