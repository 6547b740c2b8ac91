import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { savedViews } from "../../schema";

/** A filter by name. */
export interface SavedView {
  id: string;
  name: string;
  /** The filter as query parameters. */
  filter: string;
  /** True: the team's; false: a member's own. */
  isTeams: boolean;
}

export const viewColumns = {
  id: savedViews.id,
  name: savedViews.name,
  filter: savedViews.filter,
  isTeams: sql<boolean>`${savedViews.ownerId} IS NULL`,
};

/** What a member sees: the team's views and their own. */
function isSeenBy(teamId: string, userId: string): SQL | undefined {
  return and(eq(savedViews.teamId, teamId), or(isNull(savedViews.ownerId), eq(savedViews.ownerId, userId)));
}

/** A view that the member sees; null when there is no such view. */
export async function getView(db: Executor, teamId: string, userId: string, id: string): Promise<SavedView | null> {
  const rows = await db
    .select(viewColumns)
    .from(savedViews)
    .where(and(isSeenBy(teamId, userId), eq(savedViews.id, id)));
  return rows[0] ?? null;
}
