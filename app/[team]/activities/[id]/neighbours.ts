import type { Activity } from "@/activity/activity";
import { type Filter, serializeFilter } from "@/activity/filter";
import type { Driver } from "@/db/drivers/driver";
import { listPage } from "@/stream/newest/list-page";

/** The pages of the activities beside one, in the order of the feed under `filter`; null at an end. */
export async function neighboursOf(
  driver: Driver,
  team: { id: string; slug: string },
  activity: Activity,
  filter: Filter,
): Promise<{ newer: string | null; older: string | null }> {
  const query = serializeFilter(filter).toString();
  const beside = async (direction: "newer" | "older") => {
    const cursor = { direction, timestamp: Date.parse(activity.timestamp), seq: activity.seq };
    const { items } = await listPage(driver, team, { filter, cursor, limit: 1 });
    const [found] = items;
    if (found === undefined) return null;
    return `/${team.slug}/activities/${found.id}${query === "" ? "" : `?${query}`}`;
  };
  const [newer, older] = await Promise.all([beside("newer"), beside("older")]);
  return { newer, older };
}
