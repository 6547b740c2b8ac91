import { v7 } from "uuid";
import { ActivityError } from "@/activity/errors";
import type { Executor } from "../../drivers/driver";
import { users } from "../../schema";

/** Stores a new user and gives the id. `email` is lower case; throws `conflict` when somebody has it already. */
export async function createUser(
  db: Executor,
  user: { name: string; email: string; passwordHash: string },
): Promise<string> {
  const rows = await db
    .insert(users)
    .values({ id: v7(), ...user })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  const created = rows[0];
  if (created === undefined) throw new ActivityError("conflict", `There is already an account for ${user.email}.`);
  return created.id;
}
