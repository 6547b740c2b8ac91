import { ActivityError } from "@/activity/errors";
import type { Answer, Call } from "../call";
import { taggedText } from "../etag";
import { ownUrl } from "../own-address";
import { PUBLIC_CACHE } from "../security-headers";
import { type PublicReading, readPublicFeed } from "./read-public-feed";
import { type FeedEntry, type FeedHead, writeAtom, writeJsonFeed } from "./write-feed";

/** Anybody may read, keep and index it. */
const PUBLIC = { "cache-control": PUBLIC_CACHE, "x-robots-tag": "all", "access-control-allow-origin": "*" };

async function requireReading(call: Call): Promise<PublicReading> {
  const reading = await readPublicFeed(call.params.team ?? "", call.params.feed ?? "");
  if (reading === null) throw new ActivityError("not_found", "There is no such feed.");
  return reading;
}

function headOf(call: Call, { team, feed }: PublicReading): FeedHead {
  const home = ownUrl(call, `/p/${team.slug}/${feed.slug}`);
  const title = `${feed.name} · ${team.name}`;
  return { title, home, atom: `${home}/feed.atom`, json: `${home}/feed.json`, since: feed.createdAt };
}

function entriesOf({ home }: FeedHead, { activities }: PublicReading, isForPage: boolean): FeedEntry[] {
  return activities.map((activity) => ({
    activity,
    link: `${home}#link-${activity.seq}`,
    ...(isForPage ? { extension: { name: "_activity", objects: activity } } : {}),
  }));
}

/** GET /p/{team}/{feed}/feed.json: a public feed as JSON Feed, for anybody and for caches between. Our own page reads the activities in it. */
export async function publicJsonFeedCall(call: Call): Promise<Answer> {
  const reading = await requireReading(call);
  const head = headOf(call, reading);
  const body = writeJsonFeed(head, entriesOf(head, reading, true));
  return taggedText(call, body, { ...PUBLIC, "content-type": "application/feed+json; charset=utf-8" });
}

/** GET /p/{team}/{feed}/feed.atom: the same as Atom. */
export async function publicAtomFeedCall(call: Call): Promise<Answer> {
  const reading = await requireReading(call);
  const head = headOf(call, reading);
  const body = writeAtom(head, entriesOf(head, reading, false));
  return taggedText(call, body, { ...PUBLIC, "content-type": "application/atom+xml; charset=utf-8" });
}
