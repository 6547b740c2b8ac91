import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { signInLinks, users } from "../../schema";
import type { LinkPurpose } from "./create-link";

/** Whose link it is, by the SHA-256 of its token; null for one that is unknown, used, expired or for another purpose. */
export async function getLinkUser(
  db: Executor,
  hash: Buffer,
  purpose: LinkPurpose,
): Promise<{ id: string; email: string } | null> {
  const isLive = and(isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, sql`now()`));
  const rows = await db
    .select({ id: users.id, email: users.email })
    .from(signInLinks)
    .innerJoin(users, eq(users.id, signInLinks.userId))
    .where(and(eq(signInLinks.hash, hash), eq(signInLinks.purpose, purpose), isLive));
  return rows[0] ?? null;
}
