import { and, count, eq, isNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { savedViews } from "../../schema";

/** How many views a member has, or the team when `ownerId` is null. */
export async function countViews(db: Executor, teamId: string, ownerId: string | null): Promise<number> {
  const whose = ownerId === null ? isNull(savedViews.ownerId) : eq(savedViews.ownerId, ownerId);
  const rows = await db
    .select({ found: count() })
    .from(savedViews)
    .where(and(eq(savedViews.teamId, teamId), whose));
  return rows[0]?.found ?? 0;
}
