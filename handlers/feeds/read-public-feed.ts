// Reading by anybody: a feed that its team has made public, and what it shows.

import type { Activity } from "@/activity/activity";
import { TEAM_SOURCE } from "@/activity/event-types/team-source";
import { type Filter, parseFilter } from "@/activity/filter";
import { ShortCache } from "@/auth/access/short-cache";
import { isSlugShaped } from "@/auth/team/slug";
import { getDatabase } from "@/db/client";
import { getFeedBySlug, type PublicFeed } from "@/db/queries/feeds/get-feed";
import { getTeam, type Team } from "@/db/queries/teams/get-team";
import { listPage } from "@/stream/newest/list-page";

import { redact } from "../shared/redaction";

/** A public feed and its newest activities. */
export interface PublicReading {
  team: Team;
  feed: PublicFeed;
  activities: readonly Activity[];
}

/** Entries of a feed. */
export const FEED_LIMIT = 50;

const KEY = Symbol.for("las.public-feeds");
const globals = globalThis as { [KEY]?: ShortCache<PublicReading | null> };

/** What was read within the last second: however many strangers ask, the database hears of it once. */
function readings(): ShortCache<PublicReading | null> {
  globals[KEY] ??= new ShortCache(500);
  return globals[KEY];
}

/** Forgets what was read, so that a change shows at once on this server. */
export function dropPublicReadings(): void {
  readings().clear();
}

/** Who joined, whose key was revoked and the like are the team's own business, whatever the filter says. */
function withoutTeamChanges(filter: Filter): Filter {
  const { any = [], not = [] } = filter.source ?? {};
  return { ...filter, source: { any, not: [...not, TEAM_SOURCE] } };
}

/** An activity as strangers see it: ids as they were posted may be addresses or logins, so ours stand in their place. */
function toPublic(activity: Activity): Activity {
  return { ...activity, actorKey: activity.actorId, entityKey: activity.entityId };
}

/**
 * A public feed with its newest activities, at most a second old; null for an unknown team, an unknown feed and one that is
 * switched off alike.
 */
export async function readPublicFeed(teamSlug: string, feedSlug: string): Promise<PublicReading | null> {
  if (!isSlugShaped(teamSlug) || !isSlugShaped(feedSlug)) return null;
  return await readings().get(`${teamSlug}/${feedSlug}`, async () => {
    const driver = await getDatabase();
    const team = await getTeam(driver.db, teamSlug);
    const feed = team === null ? null : await getFeedBySlug(driver.db, team.id, feedSlug);
    if (team === null || feed === null) return null;
    const filter = withoutTeamChanges(parseFilter(new URLSearchParams(feed.filter)));
    const { items } = await listPage(driver, team, { filter, limit: FEED_LIMIT });
    const { id, hidesNames, hidesMetadata } = feed;
    // What names are hidden by is looked for under the ids as they were posted, so those go last.
    const shown = await redact(driver.db, { id, team, hidesNames, hidesMetadata }, items);
    return { team, feed, activities: shown.map(toPublic) };
  });
}
