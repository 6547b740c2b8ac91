import { eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { users } from "../../schema";

export interface User {
  id: string;
  name: string;
  /** Lower case. */
  email: string;
  /** A session that carries another number has been revoked. */
  sessionVersion: number;
}

/** One user by id; null when there is none. */
export async function getUser(db: Executor, userId: string): Promise<User | null> {
  const rows = await db
    .select({ id: users.id, name: users.name, email: users.email, sessionVersion: users.sessionVersion })
    .from(users)
    .where(eq(users.id, userId));
  return rows[0] ?? null;
}
