import type { Executor } from "../../drivers/driver";
import { members } from "../../schema";
import { ringAccess } from "../ring-access";
import type { Role } from "./list-memberships";

/** Makes a user a member, as of now unless `joinedAt` says since when, or gives a member another role. Run it in a transaction. */
export async function addMember(
  db: Executor,
  teamId: string,
  userId: string,
  role: Role,
  joinedAt?: Date,
): Promise<void> {
  await db
    .insert(members)
    .values({ teamId, userId, role, createdAt: joinedAt })
    .onConflictDoUpdate({ target: [members.teamId, members.userId], set: { role } });
  await ringAccess(db, { userId });
}
