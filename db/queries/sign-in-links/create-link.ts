import { and, eq, lt, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { signInLinks } from "../../schema";

export type LinkPurpose = (typeof signInLinks.$inferSelect)["purpose"];

/** Stores a link of a user by the SHA-256 of its token. The user's expired ones are removed on the way. */
export async function createLink(
  db: Executor,
  link: { hash: Buffer; purpose: LinkPurpose; userId: string; expiresAt: Date },
): Promise<void> {
  await db.delete(signInLinks).where(and(eq(signInLinks.userId, link.userId), lt(signInLinks.expiresAt, sql`now()`)));
  await db.insert(signInLinks).values(link);
}
