import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { getDatabase } from "@/db/client";
import { markFeed, markViews } from "@/db/queries/views/read-marks";
import { type Answer, type Call, noContent } from "../call";
import { readJson } from "../read-json";
import { requirePersonOfTeam } from "./require-person-of-team";

/** What was read. */
export const readMarkSchema = z.strictObject({
  seq: z.int().min(0).max(Number.MAX_SAFE_INTEGER).describe("Everything up to here, at most all there is"),
  view: z
    .union([z.uuid(), z.literal("all")])
    .optional()
    .describe("A view, or `all` of them; default: the whole feed"),
});

/** PUT …/read-marks: how far the caller has read a view, all views, or the whole feed. A mark never goes back. */
export async function setReadMarkCall(call: Call): Promise<Answer> {
  const { team, userId } = await requirePersonOfTeam(call);
  const { seq, view } = await readJson(call, 1_024, readMarkSchema);
  const { db } = await getDatabase();
  if (view === undefined) await markFeed(db, team.id, userId, seq);
  else {
    const isDone = await markViews(db, team.id, userId, { viewId: view === "all" ? null : view, seq });
    if (!isDone && view !== "all") throw new ActivityError("not_found", "There is no such view.");
  }
  return noContent;
}
