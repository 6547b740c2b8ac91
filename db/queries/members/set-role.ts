import { and, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { members } from "../../schema";
import { ringAccess } from "../ring-access";
import type { Role } from "../teams/list-memberships";

/** Gives a member another role; nothing happens to somebody who is not in the team. Run it in a transaction. */
export async function setRole(db: Executor, teamId: string, userId: string, role: Role): Promise<void> {
  await db
    .update(members)
    .set({ role })
    .where(and(eq(members.teamId, teamId), eq(members.userId, userId)));
  await ringAccess(db, { userId });
}
