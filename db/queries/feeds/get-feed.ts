import { and, eq, isNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { publicFeeds } from "../../schema";

/** A view of a team that may be public. */
export interface PublicFeed {
  id: string;
  /** Its name in addresses. */
  slug: string;
  name: string;
  /** The filter as query parameters. */
  filter: string;
  /** People under stable pseudonyms, and metadata left out. */
  hidesNames: boolean;
  hidesMetadata: boolean;
  createdAt: Date;
  /** When it was switched off; null while it is public. */
  offSince: Date | null;
}

/** The columns of a {@link PublicFeed}. */
export const feedColumns = {
  id: publicFeeds.id,
  slug: publicFeeds.slug,
  name: publicFeeds.name,
  filter: publicFeeds.filter,
  hidesNames: publicFeeds.hidesNames,
  hidesMetadata: publicFeeds.hidesMetadata,
  createdAt: publicFeeds.createdAt,
  offSince: publicFeeds.offSince,
};

/** One feed of a team, switched on or not; null when there is none. */
export async function getFeed(db: Executor, teamId: string, id: string): Promise<PublicFeed | null> {
  const rows = await db
    .select(feedColumns)
    .from(publicFeeds)
    .where(and(eq(publicFeeds.teamId, teamId), eq(publicFeeds.id, id), isNull(publicFeeds.deletedAt)));
  return rows[0] ?? null;
}

/** A team's feed by its name in addresses, if it is switched on; null for one that is off and for none alike. */
export async function getFeedBySlug(db: Executor, teamId: string, slug: string): Promise<PublicFeed | null> {
  const rows = await db
    .select(feedColumns)
    .from(publicFeeds)
    .where(
      and(
        eq(publicFeeds.teamId, teamId),
        eq(publicFeeds.slug, slug),
        isNull(publicFeeds.offSince),
        isNull(publicFeeds.deletedAt),
      ),
    );
  return rows[0] ?? null;
}
