import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { ActivityError } from "@/activity/errors";
import type { Executor } from "../../drivers/driver";
import { publicFeeds } from "../../schema";
import { sqlState } from "../../sql-state";
import { feedColumns, type PublicFeed } from "./get-feed";

const UNIQUE_VIOLATION = "23505";

/** Says in words that a name in addresses is taken; throws anything else as it is. */
function sayTaken(error: unknown): never {
  if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
  const issues = [{ path: ["slug"], message: "is the address of another feed of this team" }];
  throw new ActivityError("conflict", "slug: is the address of another feed of this team", { issues });
}

/** What a team says of a feed. */
type FeedSettings = Pick<PublicFeed, "slug" | "name" | "filter" | "hidesNames" | "hidesMetadata" | "offSince">;

/** Stores a feed. Throws `conflict` when the team has another at that address. */
export async function createFeed(
  db: Executor,
  teamId: string,
  feed: FeedSettings & { createdBy: string | null },
): Promise<PublicFeed> {
  const rows = await db
    .insert(publicFeeds)
    .values({ teamId, id: v7(), ...feed })
    .returning(feedColumns)
    .catch(sayTaken);
  const [made] = rows;
  if (made === undefined) throw new Error("a feed was not stored");
  return made;
}

/** Changes a feed; what is undefined stays. Null when the team has none with that id. Throws as {@link createFeed}. */
export async function updateFeed(
  db: Executor,
  teamId: string,
  id: string,
  changes: { [name in keyof FeedSettings]?: FeedSettings[name] | undefined },
): Promise<PublicFeed | null> {
  const rows = await db
    .update(publicFeeds)
    .set(changes)
    .where(and(eq(publicFeeds.teamId, teamId), eq(publicFeeds.id, id), isNull(publicFeeds.deletedAt)))
    .returning(feedColumns)
    .catch(sayTaken);
  return rows[0] ?? null;
}

/** Takes a feed away and frees its address; false when the team has none with that id. */
export async function deleteFeed(db: Executor, teamId: string, id: string): Promise<boolean> {
  const rows = await db
    .update(publicFeeds)
    .set({ deletedAt: sql`now()` })
    .where(and(eq(publicFeeds.teamId, teamId), eq(publicFeeds.id, id), isNull(publicFeeds.deletedAt)))
    .returning({ id: publicFeeds.id });
  return rows.length > 0;
}

/** Brings a deleted feed back, at its address; null when there is no such one. Throws `conflict` when another has the address by now. */
export async function restoreFeed(db: Executor, teamId: string, id: string): Promise<PublicFeed | null> {
  const rows = await db
    .update(publicFeeds)
    .set({ deletedAt: null })
    .where(and(eq(publicFeeds.teamId, teamId), eq(publicFeeds.id, id), isNotNull(publicFeeds.deletedAt)))
    .returning(feedColumns)
    .catch(sayTaken);
  return rows[0] ?? null;
}
