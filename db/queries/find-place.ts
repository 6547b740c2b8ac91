import { placeAtInstant } from "@/activity/cursor";
import type { Executor } from "../drivers/driver";
import { getActivity } from "./get-activity";

/**
 * The place of the feed that `at=` names: an activity of the team by its id, or an ISO instant. Null when it names neither.
 * For `listActivities`' `around`.
 */
export async function findPlace(
  db: Executor,
  teamId: string,
  at: string,
): Promise<{ timestamp: number; seq: number } | null> {
  const instant = placeAtInstant(at);
  if (instant !== null) return { timestamp: instant.timestamp, seq: instant.seq };
  const activity = await getActivity(db, teamId, at);
  return activity === null ? null : { timestamp: Date.parse(activity.timestamp), seq: activity.seq };
}
