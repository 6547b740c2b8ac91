/** For tests of isolation: one call of every query of views and of what people have read. */
import { countViews } from "../../queries/views/count-views";
import { getView } from "../../queries/views/get-view";
import { addMute, countMutes, removeMute } from "../../queries/views/mutes";
import { readFrame } from "../../queries/views/read-frame";
import { markFeed, markViews } from "../../queries/views/read-marks";
import { createView, deleteView, updateView } from "../../queries/views/save-view";
import type { Probe } from "./settings-probes";

const NEW_VIEW = { name: "New", filter: "", ownerId: null };

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
  readFrame: (db, { teamId, userId }) => readFrame(db, teamId, userId),
  removeMute: (db, { teamId, userId }) => removeMute(db, teamId, userId, { field: "type", value: "noise.made" }),
  updateView: (db, { teamId, viewId }) => updateView(db, teamId, viewId, { name: "Changed" }),
};
