import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { signInLinks } from "../../schema";
import type { LinkPurpose } from "./create-link";

/** Uses a link up, by the SHA-256 of its token, and gives its user's id; null as `getLinkUser`. Of two at once one gets it. */
export async function spendLink(db: Executor, hash: Buffer, purpose: LinkPurpose): Promise<string | null> {
  const isLive = and(isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, sql`now()`));
  const rows = await db
    .update(signInLinks)
    .set({ usedAt: sql`now()` })
    .where(and(eq(signInLinks.hash, hash), eq(signInLinks.purpose, purpose), isLive))
    .returning({ userId: signInLinks.userId });
  return rows[0]?.userId ?? null;
}
