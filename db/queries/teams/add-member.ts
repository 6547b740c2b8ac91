import type { Executor } from "../../drivers/driver";
import { members } from "../../schema";
import { ringAccess } from "../ring-access";
import type { Role } from "./list-memberships";

/** Makes a user a member, or gives a member another role. Run it in a transaction. */
export async function addMember(db: Executor, teamId: string, userId: string, role: Role): Promise<void> {
  await db
    .insert(members)
    .values({ teamId, userId, role })
    .onConflictDoUpdate({ target: [members.teamId, members.userId], set: { role } });
  await ringAccess(db, { userId });
}
