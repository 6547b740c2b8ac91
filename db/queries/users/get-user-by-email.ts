import { eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { users } from "../../schema";
import type { User } from "./list-users";

/** One user by a lower-case e-mail address, with the hash of the password; null when there is none. */
export async function getUserByEmail(
  db: Executor,
  email: string,
): Promise<(User & { passwordHash: string | null }) | null> {
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      sessionVersion: users.sessionVersion,
      passwordHash: users.passwordHash,
    })
    .from(users)
    .where(eq(users.email, email));
  return rows[0] ?? null;
}
