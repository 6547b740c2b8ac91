import { eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { users } from "../../schema";
import { ringAccess } from "../ring-access";

/** Gives a user another name. Run it in a transaction. */
export async function setName(db: Executor, userId: string, name: string): Promise<void> {
  await db.update(users).set({ name }).where(eq(users.id, userId));
  await ringAccess(db, { userId });
}
