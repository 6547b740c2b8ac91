import type { Hit } from "@/activity/search/find-hits";

/** A text in pieces, which joined give it back. `offset`: where the text begins in what the hits count in. */
export function cutHits(
  text: string,
  hits: readonly Hit[],
  offset = 0,
): { at: number; text: string; isHit: boolean }[] {
  const pieces: { at: number; text: string; isHit: boolean }[] = [];
  let at = 0;
  const upTo = (end: number, isHit: boolean) => {
    if (end > at) pieces.push({ at, text: text.slice(at, end), isHit });
    at = Math.max(at, end);
  };
  for (const hit of hits) {
    upTo(Math.min(hit.start - offset, text.length), false);
    upTo(Math.min(hit.end - offset, text.length), true);
  }
  upTo(text.length, false);
  return pieces;
}
