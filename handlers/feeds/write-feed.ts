import { Feed } from "feed";
import type { Activity } from "@/activity/activity";

/** A feed for readers of Atom and JSON Feed. */
export interface FeedHead {
  title: string;
  /** The page that shows the same. */
  home: string;
  /** Its own addresses in both formats. */
  atom: string;
  json: string;
  /** When it was changed last while it has no entries. */
  since: Date;
}

/** What a feed says of an activity besides what every feed does. */
export interface FeedEntry {
  activity: Activity;
  /** The page, or the part of one, that shows it. */
  link: string;
  /** For our own page: a field of the entry, whose name begins with `_` as JSON Feed asks of extensions. */
  extension?: { name: `_${string}`; objects: Record<string, unknown> };
}

/** What XML 1.0 cannot hold, and the feed library writes as it is. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const HTML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML, which Atom's titles are. Without `>` it cannot end the CDATA section it stands in, either. */
function toHtml(text: string): string {
  return text.replace(NO_XML, "\uFFFD").replace(/[&<>"']/g, (letter) => HTML[letter] ?? letter);
}

/** An address that is safe to link to. */
function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return ["http:", "https:", "mailto:"].includes(new URL(url).protocol) ? url : null;
}

function contentOf({ message, entityName, entityUrl }: Activity): string {
  const url = safeUrl(entityUrl);
  const link =
    url === null ? "" : `<p><a href="${toHtml(url)}" rel="noopener noreferrer">${toHtml(entityName)}</a></p>`;
  return `<p>${toHtml(message)}</p>${link}`;
}

function toFeed(head: FeedHead, entries: readonly FeedEntry[], encode: (text: string) => string): Feed {
  const newest = entries.reduce((at, { activity }) => Math.max(at, Date.parse(activity.receivedAt)), 0);
  const feed = new Feed({
    id: head.home,
    title: head.title.replace(NO_XML, "\uFFFD"),
    link: head.home,
    feedLinks: { atom: head.atom, json: head.json },
    updated: newest === 0 ? head.since : new Date(newest),
    generator: "Live Activity Stream",
  });
  for (const { activity, link, extension } of entries) {
    const at = new Date(activity.timestamp);
    feed.addItem({
      id: `urn:uuid:${activity.id}`,
      title: encode(activity.message),
      link,
      content: contentOf(activity),
      author: [{ name: activity.actorName.replace(NO_XML, "\uFFFD") }],
      date: at,
      published: at,
      ...(extension === undefined ? {} : { extensions: [extension] }),
    });
  }
  return feed;
}

/** Atom 1.0 (RFC 4287). Every text of it is escaped: a reader shows it as it was posted and runs nothing. */
export function writeAtom(head: FeedHead, entries: readonly FeedEntry[]): string {
  return toFeed(head, entries, toHtml).atom1();
}

/** JSON Feed. */
export function writeJsonFeed(head: FeedHead, entries: readonly FeedEntry[]): string {
  return toFeed(head, entries, (text) => text).json1();
}
