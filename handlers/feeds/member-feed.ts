// Reading by a member's feed reader, which can send nothing but an address.
import { ActivityError } from "@/activity/errors";
import { serializeFilter } from "@/activity/filter";
import { hashReaderToken, isReaderTokenShaped } from "@/auth/keys/reader-token";
import { getDatabase } from "@/db/client";
import { type FeedReader, getFeedReader, touchReaderToken } from "@/db/queries/feeds/reader-tokens";
import { limitRate } from "@/ingest/rate-limit";
import { log } from "@/log";
import { listPage } from "@/stream/newest/list-page";
import { parseCallFilter } from "../activities/parse-list-query";
import type { Answer, Call } from "../call";
import { taggedText } from "../etag";
import { ownUrl } from "../own-address";
import { FEED_LIMIT } from "./read-public-feed";
import { type FeedEntry, type FeedHead, writeAtom, writeJsonFeed } from "./write-feed";

const CACHE = { "cache-control": "private, no-cache" };

/** Whose reader calls. Nothing of it is cached: whoever was removed, or revoked the token, is unknown with the next call. */
async function requireReader(call: Call): Promise<FeedReader> {
  const token = call.params.token ?? "";
  const { db } = await getDatabase();
  const reader = isReaderTokenShaped(token) ? await getFeedReader(db, hashReaderToken(token)) : null;
  if (reader === null) throw new ActivityError("not_found", "There is no such feed.");
  await limitRate(reader.userId);
  if (reader.lastUsedAt === null || Date.now() - reader.lastUsedAt.getTime() > 60_000) {
    // On its own: when it was last used is not worth a reader's wait, nor a failed call.
    touchReaderToken(db, reader.team.id, reader.tokenId).catch((err: unknown) =>
      log.warn({ err }, "could not note a feed reader's use"),
    );
  }
  return reader;
}

async function readMemberFeed(call: Call): Promise<{ head: FeedHead; entries: FeedEntry[] }> {
  const { team } = await requireReader(call);
  const filter = parseCallFilter(call.url.searchParams);
  const driver = await getDatabase();
  const { items } = await listPage(driver, team, { filter, limit: FEED_LIMIT });
  const query = serializeFilter(filter).toString();
  const search = query === "" ? "" : `?${query}`;
  const own = ownUrl(call, `/api/feeds/${call.params.token}`);
  const home = ownUrl(call, `/${team.slug}`);
  return {
    head: {
      title: team.name,
      home: `${home}${search}`,
      atom: `${own}/feed.atom${search}`,
      json: `${own}/feed.json${search}`,
      since: new Date(0),
    },
    entries: items.map((activity) => ({ activity, link: `${home}/activities/${activity.id}` })),
  };
}

/** GET /api/feeds/{token}/feed.json: what the token's member may read of the filter, as JSON Feed. Unknown, revoked and of a removed member: 404. */
export async function memberJsonFeedCall(call: Call): Promise<Answer> {
  const { head, entries } = await readMemberFeed(call);
  return taggedText(call, writeJsonFeed(head, entries), {
    ...CACHE,
    "content-type": "application/feed+json; charset=utf-8",
  });
}

/** GET /api/feeds/{token}/feed.atom: the same as Atom. */
export async function memberAtomFeedCall(call: Call): Promise<Answer> {
  const { head, entries } = await readMemberFeed(call);
  return taggedText(call, writeAtom(head, entries), {
    ...CACHE,
    "content-type": "application/atom+xml; charset=utf-8",
  });
}
