import { and, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { members } from "../../schema";
import { ringAccess } from "../ring-access";

/** Takes a user out of a team. Run it in a transaction. */
export async function removeMember(db: Executor, teamId: string, userId: string): Promise<void> {
  await db.delete(members).where(and(eq(members.teamId, teamId), eq(members.userId, userId)));
  await ringAccess(db, { userId });
}
