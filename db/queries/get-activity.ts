import type { Activity } from "@/activity/activity";
import type { Executor } from "../drivers/driver";
import { listActivitiesByIds } from "./list-activities-by-ids";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The team's activity with this id; null for any other text, another team's id included. */
export async function getActivity(db: Executor, teamId: string, id: string): Promise<Activity | null> {
  const [activity] = UUID.test(id) ? await listActivitiesByIds(db, teamId, [id]) : [];
  return activity ?? null;
}
