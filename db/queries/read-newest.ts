/** Reading: the top of a team's feed, for keeping in memory. */
import type { Activity } from "@/activity/activity";
import { ActivityError } from "@/activity/errors";
import type { EventId } from "@/activity/event-id";
import type { Executor } from "../drivers/driver";
import { BUDGET_MS, TOP } from "./list-activities";
import { readPage } from "./read-page";

/** The newest activities in feed order, and the team's head of the same snapshot. */
export interface NewestRead extends EventId {
  items: Activity[];
}

/** The `count` newest activities; fewer only when there are no more, for the whole feed is read without a budget. Throws `not_found` for an unknown team. */
export async function readNewest(db: Executor, teamId: string, count: number): Promise<NewestRead> {
  const page = await readPage(db, teamId, {}, [{ direction: "older", ...TOP, limit: count }], BUDGET_MS);
  if (page === null) throw new ActivityError("not_found", "There is no such team");
  return { epoch: page.epoch, seq: page.lastSeq, items: page.found[0]?.items ?? [] };
}
