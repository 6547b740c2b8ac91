import { sql } from "drizzle-orm";
import type { Executor } from "../drivers/driver";

/** Whose access changed: everybody's in a team, or one user's in all of theirs. */
export type AccessSubject = { teamId: string } | { userId: string };

/**
 * Tells every server to forget what it knows about who may do what. Run it in the transaction of the change itself:
 * Postgres then delivers it exactly when the change becomes visible.
 */
export async function ringAccess(db: Executor, subject: AccessSubject): Promise<void> {
  const payload = "teamId" in subject ? subject.teamId : `user:${subject.userId}`;
  await db.execute(sql`select pg_notify('access', ${payload})`);
}
