/** For tests of isolation: one call of every query of views and of what people have read. */
import { sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { countViews } from "../../queries/views/count-views";
import { getView } from "../../queries/views/get-view";
import { addMute, countMutes, removeMute } from "../../queries/views/mutes";
import { readFrame, readFrameWithTeams } from "../../queries/views/read-frame";
import { markFeed, markViews } from "../../queries/views/read-marks";
import { createView, deleteView, updateView } from "../../queries/views/save-view";
import type { FullTeam } from "./full-team";
import { SCENERY } from "./scenery";
import type { Probe } from "./settings-probes";

const NEW_VIEW = { name: "New", filter: "", ownerId: null };

/** What a read gives as things are, and once the team has neither bookmarks nor pins, which others have. */
async function withAndWithoutMarks(db: Executor, { teamId }: FullTeam, read: () => Promise<unknown>) {
  const before = await read();
  await db.execute(sql`${sql.raw(SCENERY)} DELETE FROM bookmarks WHERE team_id = ${teamId}`);
  await db.execute(sql`${sql.raw(SCENERY)} DELETE FROM pins WHERE team_id = ${teamId}`);
  return [before, await read()];
}

/** By the name of the function that is called. */
export const VIEW_PROBES: Record<string, Probe> = {
  countViews: async (db, { teamId, userId }) => [
    await countViews(db, teamId, userId),
    await countViews(db, teamId, null),
  ],
  createView: (db, { teamId }) => createView(db, teamId, NEW_VIEW),
  deleteView: (db, { teamId, viewId }) => deleteView(db, teamId, viewId),
  getView: (db, { teamId, userId, viewId }) => getView(db, teamId, userId, viewId),
  markFeed: (db, { teamId, userId }) => markFeed(db, teamId, userId, 1_000),
  markViews: async (db, { teamId, userId, ownViewId }) => [
    await markViews(db, teamId, userId, { viewId: ownViewId, seq: 1_000 }),
    await markViews(db, teamId, userId, { viewId: null, seq: 900 }),
  ],
  addMute: (db, { teamId, userId }) =>
    addMute(db, teamId, userId, { field: "type", value: "noise.made", name: "Other" }),
  countMutes: (db, { teamId, userId }) => countMutes(db, teamId, userId, "type"),
  readFrame: (db, at) => withAndWithoutMarks(db, at, () => readFrame(db, at.teamId, at.userId)),
  readFrameWithTeams: (db, at) => withAndWithoutMarks(db, at, () => readFrameWithTeams(db, at.teamId, at.userId)),
  removeMute: (db, { teamId, userId }) => removeMute(db, teamId, userId, { field: "type", value: "noise.made" }),
  updateView: (db, { teamId, viewId }) => updateView(db, teamId, viewId, { name: "Changed" }),
};
