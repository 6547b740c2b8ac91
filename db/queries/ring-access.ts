import { sql } from "drizzle-orm";
import { bellOf } from "../doorbells/ring-after-commit";
import { formatSignal } from "../doorbells/signal";
import type { Executor } from "../drivers/driver";

/** Whose access changed: everybody's in a team, or one user's in all of theirs. */
export type AccessSubject = { teamId: string } | { userId: string };

/**
 * Tells every server to forget what it knows about who may do what. Run it in the transaction of the change itself:
 * it is delivered when the change has become visible.
 */
export async function ringAccess(db: Executor, subject: AccessSubject): Promise<void> {
  const signal = { topic: "access", ...subject } as const;
  const ring = bellOf(db);
  if (ring !== null) ring(signal);
  else await db.execute(sql`select pg_notify('access', ${formatSignal(signal)})`);
}
