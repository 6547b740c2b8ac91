import { parseFilter } from "@/activity/filter";
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
  const instant = parseFilter(new URLSearchParams([["from", at]])).from;
  // No activity has seq 0: the place just below everything of that instant.
  if (instant !== undefined) return { timestamp: Math.max(0, Date.parse(instant)), seq: 0 };
  const activity = await getActivity(db, teamId, at);
  return activity === null ? null : { timestamp: Date.parse(activity.timestamp), seq: activity.seq };
}
