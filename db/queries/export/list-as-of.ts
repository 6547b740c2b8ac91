/** Reading for an export: a batch of what a filter showed when the team's head was at a given place. */
import type { Activity } from "@/activity/activity";
import { type Cursor, parseCursor } from "@/activity/cursor";
import { ActivityError } from "@/activity/errors";
import { type EventId, parseEventId } from "@/activity/event-id";
import type { Filter } from "@/activity/filter";
import { mergeActivities } from "@/activity/merge";
import type { Driver } from "../../drivers/driver";
import { MAX_LIMIT, TOP } from "../list-activities";
import { listFeedPage } from "../list-feed-page";
import { listReplaced } from "./list-replaced";

/** Nobody waits for a batch as for a page, and a rare filter is read in fewer of them. Milliseconds. */
const BATCH_MS = 250;

/** Where an export starts. */
export const NEWEST: Cursor = { direction: "older", ...TOP };

export interface Batch {
  /** In feed order; may be none though `next` goes on. */
  items: readonly Activity[];
  /** Null at the end. */
  next: Cursor | null;
}

/**
 * Up to `limit` activities below `cursor` that the list of a filter showed at `head`, and those among them that were corrected since,
 * as they were then: whatever is posted or corrected between two batches, each activity of that moment comes once. What was withdrawn
 * since is left out. Throws `unavailable` when the team's history was restored in between, `not_found` when the team is gone.
 */
export async function listAsOf(
  driver: Driver,
  team: { id: string },
  head: EventId,
  { filter, cursor, limit = MAX_LIMIT }: { filter: Filter; cursor: Cursor; limit?: number },
): Promise<Batch> {
  const page = await listFeedPage(driver, team, { filter, cursor, limit, budgetMs: BATCH_MS });
  const now = parseEventId(page.lastEventId);
  if (now === null || now.epoch !== head.epoch)
    throw new ActivityError("unavailable", "The team's history was restored from a backup; export again");
  const next = page.nextCursor === null ? null : parseCursor(page.nextCursor);
  const stored = page.items.filter(({ seq }) => seq <= head.seq);
  if (now.seq === head.seq) return { items: stored, next };
  // Read after the page: what is corrected in between is in both, and nothing in neither.
  const replaced = await listReplaced(driver.db, team.id, head.seq, filter, { from: cursor, to: next });
  return { items: mergeActivities(stored, replaced), next };
}
