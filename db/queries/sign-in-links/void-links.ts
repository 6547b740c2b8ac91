import { and, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { signInLinks } from "../../schema";

/** Makes every link of a user worthless. */
export async function voidLinks(db: Executor, userId: string): Promise<void> {
  await db
    .update(signInLinks)
    .set({ usedAt: sql`now()` })
    .where(and(eq(signInLinks.userId, userId), isNull(signInLinks.usedAt)));
}
