import { and, desc, eq, isNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { publicFeeds } from "../../schema";
import { feedColumns, type PublicFeed } from "./get-feed";

/** A team's public feeds, switched on or not, newest first, at most 200. */
export async function listFeeds(db: Executor, teamId: string): Promise<PublicFeed[]> {
  return await db
    .select(feedColumns)
    .from(publicFeeds)
    .where(and(eq(publicFeeds.teamId, teamId), isNull(publicFeeds.deletedAt)))
    .orderBy(desc(publicFeeds.createdAt), desc(publicFeeds.id))
    .limit(200);
}
