// The door of one activity: GET /api/teams/{team}/activities/{id}.
import { ActivityError } from "@/activity/errors";
import { getDatabase } from "@/db/client";
import { getActivity } from "@/db/queries/get-activity";
import { type Answer, type Call, json } from "../call";
import { requireCaller } from "../require-caller";

/** GET …/activities/{id}: the activity. Any other id, malformed or another team's, is 404. */
export async function getActivityCall(call: Call): Promise<Answer> {
  const { team } = await requireCaller(call, "read");
  const { db } = await getDatabase();
  const activity = await getActivity(db, team.id, call.params.id ?? "");
  if (activity === null) throw new ActivityError("not_found", "There is no such activity");
  return json(200, activity, { "cache-control": "private, no-cache" });
}
