import { type SQL, sql } from "drizzle-orm";
import type { Activity } from "@/activity/activity";
import { type Cursor, formatCursor } from "@/activity/cursor";
import type { Executor } from "../../drivers/driver";
import { bookmarks } from "../../schema";
import { DEFAULT_LIMIT } from "../list-activities";
import { withChain } from "../list-successors";
import { type ActivityRow, activityColumns, toActivity } from "../to-activity";

/** A page of a member's bookmarks. */
export interface BookmarkPage {
  items: Activity[];
  /** Older ones; null at the end. */
  nextCursor: string | null;
}

function withBookmarks(teamId: string, userId: string): SQL {
  return withChain(
    teamId,
    sql`bookmarks b JOIN activity_events e ON e.team_id = b.team_id AND e.id = b.activity_id
      WHERE b.team_id = ${teamId} AND b.user_id = ${userId}`,
  );
}

/** Selects what {@link listBookmarkIds} gives. */
export function bookmarkIdsOf(teamId: string, userId: string): SQL {
  return sql`${withBookmarks(teamId, userId)} SELECT DISTINCT c.id FROM chain c WHERE c.hidden_seq IS NULL ORDER BY c.id`;
}

/** The ids of what a member has bookmarked, as it stands today: what was withdrawn is left out, a correction stands for what it corrects. */
export async function listBookmarkIds(db: Executor, teamId: string, userId: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(bookmarkIdsOf(teamId, userId));
  return rows.map(({ id }) => id);
}

/** A page of what a member has bookmarked, as it stands today, in feed order. `cursor`: only what is older than that place. */
export async function listBookmarks(
  db: Executor,
  teamId: string,
  userId: string,
  {
    cursor,
    limit = DEFAULT_LIMIT,
  }: { cursor?: Pick<Cursor, "timestamp" | "seq"> | undefined; limit?: number | undefined },
): Promise<BookmarkPage> {
  const below =
    cursor === undefined
      ? sql``
      : sql`WHERE (e."timestamp", e.seq) < (${new Date(cursor.timestamp).toISOString()}::timestamptz, ${cursor.seq}::bigint)`;
  const { rows } = await db.execute<ActivityRow>(sql`${withBookmarks(teamId, userId)}
    SELECT ${activityColumns} FROM (SELECT DISTINCT c.id FROM chain c WHERE c.hidden_seq IS NULL) s
    JOIN activity_events e ON e.team_id = ${teamId} AND e.id = s.id ${below}
    ORDER BY e."timestamp" DESC, e.seq DESC LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit).map(toActivity);
  const last = items.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    items,
    nextCursor: hasMore
      ? formatCursor({ direction: "older", timestamp: Date.parse(last.timestamp), seq: last.seq })
      : null,
  };
}

/** Bookmarks an activity for a member; nothing when it is bookmarked already. */
export async function addBookmark(db: Executor, teamId: string, userId: string, activityId: string): Promise<void> {
  await db.insert(bookmarks).values({ teamId, userId, activityId }).onConflictDoNothing();
}

/** Takes a member's bookmarks off an activity, those of what it corrects among them; nothing when there are none. */
export async function removeBookmark(db: Executor, teamId: string, userId: string, activityId: string): Promise<void> {
  await db.execute(sql`${withBookmarks(teamId, userId)}
    DELETE FROM bookmarks b USING chain c
    WHERE b.team_id = ${teamId} AND b.user_id = ${userId} AND b.activity_id = c.origin AND c.id = ${activityId}::uuid`);
}
