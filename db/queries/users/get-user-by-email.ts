import { eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { users } from "../../schema";
import type { User } from "./list-users";

/** A user with what signing in needs. */
export interface FullUser extends User {
  passwordHash: string | null;
  /** When the address was shown to be theirs; null when it never was. */
  emailVerified: Date | null;
}

/** One user by a lower-case e-mail address; null when there is none. */
export async function getUserByEmail(db: Executor, email: string): Promise<FullUser | null> {
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      sessionVersion: users.sessionVersion,
      passwordHash: users.passwordHash,
      emailVerified: users.emailVerified,
    })
    .from(users)
    .where(eq(users.email, email));
  return rows[0] ?? null;
}
