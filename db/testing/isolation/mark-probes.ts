/** For tests of isolation: one call of every query of bookmarks and pins. */
import { addBookmark, listBookmarkIds, listBookmarks, removeBookmark } from "../../queries/marks/bookmarks";
import { listMarks } from "../../queries/marks/list-marks";
import { addPin, listPins, removePin } from "../../queries/marks/pins";
import type { Probe } from "./settings-probes";

/** By the name of the function that is called. */
export const MARK_PROBES: Record<string, Probe> = {
  addBookmark: (db, { teamId, userId, activities }) => addBookmark(db, teamId, userId, activities[4] ?? ""),
  listBookmarkIds: (db, { teamId, userId }) => listBookmarkIds(db, teamId, userId),
  listBookmarks: async (db, { teamId, userId }) => [
    await listBookmarks(db, teamId, userId, {}),
    await listBookmarks(db, teamId, userId, { cursor: { timestamp: Date.UTC(2026, 0, 5, 9, 5), seq: 5 }, limit: 1 }),
  ],
  removeBookmark: (db, { teamId, userId, activities }) => removeBookmark(db, teamId, userId, activities[2] ?? ""),
  addPin: (db, { teamId, userId, activities }) => addPin(db, teamId, activities[4] ?? "", userId),
  listMarks: (db, { teamId, userId }) => listMarks(db, teamId, userId),
  listPins: (db, { teamId }) => listPins(db, teamId),
  removePin: (db, { teamId, activities }) => removePin(db, teamId, activities[2] ?? ""),
};
