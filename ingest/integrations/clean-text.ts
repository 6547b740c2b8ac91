import { byteLength } from "@/activity/text";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const ELLIPSIS = "…";

/** The same text without what Postgres cannot hold: a webhook is never refused for U+0000 or a lone surrogate. */
export function storable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, "");
}

/** A storable text of at most `maxBytes` bytes of UTF-8, cut between graphemes and marked with an ellipsis when it was longer. */
export function cutText(text: string, maxBytes: number): string {
  // Each UTF-16 unit is at least one byte, so what lies beyond maxBytes units cannot fit and is not looked at.
  const isLong = text.length > maxBytes * 2;
  const clean = storable(isLong ? text.slice(0, maxBytes * 2) : text);
  if (!isLong && byteLength(clean) <= maxBytes) return clean;
  const room = maxBytes - byteLength(ELLIPSIS);
  const head = takeWhileFits(
    Array.from(graphemes.segment(clean.slice(0, maxBytes)), (part) => part.segment),
    room,
  );
  // One grapheme may be larger than the room: a letter under a thousand accents.
  return `${(head === "" ? takeWhileFits(Array.from(clean.slice(0, maxBytes)), room) : head).trimEnd()}${ELLIPSIS}`;
}

function takeWhileFits(parts: readonly string[], maxBytes: number): string {
  let text = "";
  let bytes = 0;
  for (const part of parts) {
    bytes += byteLength(part);
    if (bytes > maxBytes) break;
    text += part;
  }
  return storable(text);
}

/** {@link cutText} on one line: runs of white space and control characters become one space; null when nothing is left. */
export function cutLine(text: string, maxBytes: number): string | null {
  const line = storable(text.slice(0, maxBytes * 4))
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  // A text of invisible characters alone would be an empty name.
  return /[^\p{Cf}\p{Z}\p{M}]/u.test(line) ? cutText(line, maxBytes) : null;
}
