import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { savedViews, viewMarks } from "../../schema";
import { isSeenBy, type SavedView, viewColumns } from "./get-view";

/** A view, and how far the member has read it. */
export interface MarkedView extends SavedView {
  /** Everything up to here is read. */
  readSeq: number;
}

/** The team's views, then the member's own, each by name. */
export async function listViews(db: Executor, teamId: string, userId: string): Promise<MarkedView[]> {
  const mark = and(
    eq(viewMarks.teamId, savedViews.teamId),
    eq(viewMarks.viewId, savedViews.id),
    eq(viewMarks.userId, userId),
  );
  return await db
    .select({ ...viewColumns, readSeq: sql<number>`coalesce(${viewMarks.seq}, ${savedViews.headSeq})`.mapWith(Number) })
    .from(savedViews)
    .leftJoin(viewMarks, mark)
    .where(isSeenBy(teamId, userId))
    .orderBy(sql`${savedViews.ownerId} IS NOT NULL`, sql`lower(${savedViews.name})`, asc(savedViews.id));
}

/** How many views a member has, or the team when `ownerId` is null. */
export async function countViews(db: Executor, teamId: string, ownerId: string | null): Promise<number> {
  const whose = ownerId === null ? isNull(savedViews.ownerId) : eq(savedViews.ownerId, ownerId);
  const rows = await db
    .select({ found: count() })
    .from(savedViews)
    .where(and(eq(savedViews.teamId, teamId), whose));
  return rows[0]?.found ?? 0;
}
