import type { Executor } from "../../drivers/driver";
import { users } from "../../schema";

/** True once anybody has an account. */
export async function hasUsers(db: Executor): Promise<boolean> {
  const rows = await db.select({ id: users.id }).from(users).limit(1);
  return rows.length > 0;
}
