import { byteLength } from "@/activity/text";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const encoder = new TextEncoder();
const ELLIPSIS = "…";

/** The same text without what Postgres cannot hold: a webhook is never refused for U+0000 or a lone surrogate. */
export function storable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, "");
}

/** A storable text of at most `maxBytes` bytes of UTF-8, cut between graphemes and marked with an ellipsis when it was longer. */
export function cutText(text: string, maxBytes: number): string {
  // Each UTF-16 unit is at least one byte, so what lies far beyond maxBytes units cannot fit and is not looked at.
  const isLong = text.length > maxBytes * 2;
  const clean = storable(isLong ? text.slice(0, maxBytes * 2) : text);
  if (!isLong && byteLength(clean) <= maxBytes) return clean;
  const { read } = encoder.encodeInto(clean, new Uint8Array(maxBytes - byteLength(ELLIPSIS)));
  const border = graphemes.segment(clean).containing(read)?.index ?? read;
  // One grapheme may be larger than the room: a letter under a thousand accents is cut inside.
  return `${clean.slice(0, border === 0 ? read : border).trimEnd()}${ELLIPSIS}`;
}

/** {@link cutText} on one line: runs of white space and control characters become one space; null when nothing is left. */
export function cutLine(text: string, maxBytes: number): string | null {
  const line = storable(text.slice(0, maxBytes * 4))
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  // A text of invisible characters alone would be an empty name.
  return /[^\p{Cf}\p{Z}\p{M}]/u.test(line) ? cutText(line, maxBytes) : null;
}
