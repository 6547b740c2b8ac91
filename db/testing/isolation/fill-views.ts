/** For tests of isolation: the views of a full team, how far its people have read them, and what they bookmarked and pinned. */
import type { Executor } from "../../drivers/driver";
import { addBookmark } from "../../queries/marks/bookmarks";
import { addPin } from "../../queries/marks/pins";
import { addMute } from "../../queries/views/mutes";
import { markFeed, markViews } from "../../queries/views/read-marks";
import { createView } from "../../queries/views/save-view";

/** What a test asks for views by. */
export interface FilledViews {
  /** The team's. */
  viewId: string;
  /** The owner's own. */
  ownViewId: string;
}

/** A view of the team and one of the user's own, both read a little; the first three and the sixth of the activities bookmarked and pinned. */
export async function fillViews(
  db: Executor,
  teamId: string,
  userId: string,
  activities: readonly string[],
): Promise<FilledViews> {
  const view = await createView(db, teamId, { name: "Builds", filter: "type=build.*", ownerId: null });
  const own = await createView(db, teamId, { name: "Mine", filter: "important=1", ownerId: userId });
  await markFeed(db, teamId, userId, 2);
  for (const viewId of [view.id, own.id]) await markViews(db, teamId, userId, { viewId, seq: 2 });
  await addMute(db, teamId, userId, { field: "type", value: "noise.made", name: "Noise" });
  for (const place of [0, 1, 2, 5]) {
    await addBookmark(db, teamId, userId, activities[place] ?? "");
    await addPin(db, teamId, activities[place] ?? "", userId);
  }
  return { viewId: view.id, ownViewId: own.id };
}
