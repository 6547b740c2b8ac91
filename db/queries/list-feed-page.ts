import type { ActivityPage } from "@/activity/activity";
import { parseEventId } from "@/activity/event-id";
import type { Driver } from "../drivers/driver";
import { readFresh } from "../read-fresh";
import { type ListOptions, listActivities } from "./list-activities";

/** {@link listActivities}, from the replica when there is one that is new enough. */
export function listFeedPage(driver: Driver, team: { id: string }, options: ListOptions): Promise<ActivityPage> {
  return readFresh(
    driver,
    team.id,
    (db) => listActivities(db, team, options),
    ({ lastEventId }) => parseEventId(lastEventId),
  );
}
