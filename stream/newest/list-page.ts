/** Reading: a page of the feed, from memory when it is the first one and the hub follows the team, else from the table. */
import type { ActivityPage } from "@/activity/activity";
import type { EventId } from "@/activity/event-id";
import { isEmptyFilter } from "@/activity/filter";
import type { Driver } from "@/db/drivers/driver";
import { DEFAULT_LIMIT, type ListOptions, toFirstPage } from "@/db/queries/list-activities";
import { listFeedPage } from "@/db/queries/list-feed-page";
import { listHeads } from "@/db/queries/list-heads";
import { readNewest } from "@/db/queries/read-newest";
import { getHub, type Hub } from "../hub";
import { FIRST_ROWS } from "./first-page";

/**
 * As `listActivities`, and equal to it in every byte. Never stale: what is in memory is given only when the team's counter, read
 * after the call came in, is not beyond it. `head`: the counter, if the caller has just read it.
 */
export async function listPage(
  driver: Driver,
  team: { id: string },
  options: ListOptions,
  head?: EventId,
  hub: Hub = getHub(),
): Promise<ActivityPage> {
  const { filter, cursor, around, limit = DEFAULT_LIMIT } = options;
  const isFirst = isEmptyFilter(filter) && cursor === undefined && around === undefined;
  const memory = isFirst ? hub.firstPage(team.id) : null;
  if (memory?.isEmpty) {
    const { age } = memory;
    const read = await readNewest(driver.db, team.id, FIRST_ROWS);
    memory.fill(read, age);
    return toFirstPage(read.items, limit, read);
  }
  if (memory?.holds(limit)) {
    const now = head ?? (await listHeads(driver.db, [team.id])).get(team.id);
    const page = now === undefined ? null : memory.page(limit, now);
    if (page !== null) return page;
  }
  return await listFeedPage(driver, team, options);
}
