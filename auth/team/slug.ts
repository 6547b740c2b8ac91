import { readdirSync } from "node:fs";
import { join } from "node:path";

const MAX_LENGTH = 40;
const SHAPE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** First parts of our own addresses, and what Next serves at the root. */
const RESERVED = [
  ...[
    "api",
    "s",
    "p",
    "sign-in",
    "sign-out",
    "setup",
    "settings",
    "account",
    "reset",
    "_next",
    "sample",
    "invite",
    "teams",
  ],
  ...["favicon.ico", "robots.txt", "sitemap.xml", "icon", "apple-icon", "opengraph-image", "twitter-image"],
];

let reserved: Set<string> | undefined;

/** True for a slug that one of our own addresses or a file of `public` stands in the way of. */
export function isReservedSlug(slug: string): boolean {
  reserved ??= new Set([...RESERVED, ...readdirSync(join(process.cwd(), "public"))]);
  return reserved.has(slug);
}

/** True for text that could be a team's slug: groups of a–z and 0–9 joined by single hyphens, at most 40 characters. */
export function isSlugShaped(text: string): boolean {
  return text.length <= MAX_LENGTH && SHAPE.test(text);
}

/** The slug a name asks for: `Köln & Friends` → `koln-friends`; `team` when nothing of it can be used. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, "-").slice(0, MAX_LENGTH);
  return slug.replace(/^-+|-+$/g, "") || "team";
}

/** `base`, or `base-2`, `base-3`, …: the first that is neither taken nor reserved. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : `-${number}`;
    const slug = `${base.slice(0, MAX_LENGTH - suffix.length).replace(/-+$/, "")}${suffix}`;
    if (!taken.has(slug) && !isReservedSlug(slug)) return slug;
  }
}
