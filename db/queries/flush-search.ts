import { sql } from "drizzle-orm";
import type { Executor } from "../drivers/driver";

/**
 * Moves what was appended lately from the search index's pending list into its tree. Every scan of the index reads that list
 * whole (up to 4 MB), and a search scans week by week: with half a megabyte pending, an absent word took 46 ms instead of 4.
 * For the quiet after appends; autovacuum does the same later, and the embedded database has none. Fails on a read replica.
 */
export async function flushSearch(db: Executor): Promise<void> {
  await db.execute(sql`SELECT gin_clean_pending_list('activity_events_search')`);
}
