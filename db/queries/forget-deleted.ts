import { lt, sql } from "drizzle-orm";
import type { Executor } from "../drivers/driver";
import { integrations, publicFeeds } from "../schema";
import { UNDO_MINUTES } from "./get-recent-change";

/** Forgets integrations, with their secrets and delivery logs, and public feeds that were deleted too long ago to be restored. */
export async function forgetDeleted(db: Executor): Promise<void> {
  // A margin, for one that is being restored at this moment.
  const before = sql`now() - make_interval(mins => ${2 * UNDO_MINUTES}::int)`;
  await db.delete(integrations).where(lt(integrations.deletedAt, before));
  await db.delete(publicFeeds).where(lt(publicFeeds.deletedAt, before));
}
