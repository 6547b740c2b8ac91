import type { Activity } from "@/activity/activity";

/** Milliseconds between two announcements, at least, and in which a first one waits for what comes along with it. */
export const EVERY_MS = 25_000;
export const GATHER_MS = 1_500;
/** While somebody types, it is asked again after so many milliseconds. */
const ASK_AGAIN_MS = 2_000;
/** The most of a sentence that is said, characters. */
const MOST_SAID = 160;

/** What decides on an announcement. Times in milliseconds. */
export interface Situation {
  now: number;
  /** When the last one was made; negative infinity for never. */
  lastAt: number;
  /** When the first of what waits came. */
  sinceAt: number;
  isTyping: boolean;
}

/** Whether what waits is said now: 0, or how many milliseconds later to ask again. */
export function waitToSay({ now, lastAt, sinceAt, isTyping }: Situation): number {
  const due = Math.max(lastAt + EVERY_MS, sinceAt + GATHER_MS);
  if (now < due) return due - now;
  return isTyping ? ASK_AGAIN_MS : 0;
}

/** What of the arrived seqs the list holds back, of which its button speaks: it need not be said once more when it is let in. */
export function saidByButton(
  { items, held }: { items: readonly Pick<Activity, "seq">[]; held: number },
  arrived: ReadonlySet<number>,
): number[] {
  if (held === 0) return [];
  const shown = new Set(items.map(({ seq }) => seq));
  return [...arrived].filter((seq) => !shown.has(seq));
}

/** One sentence on what arrived: "5 new activities, latest: Ada created task Docs". `arrived` in feed order; null for nothing. */
export function sayArrivals(arrived: readonly Pick<Activity, "message">[]): string | null {
  const latest = arrived[0]?.message;
  if (latest === undefined) return null;
  const said = latest.length > MOST_SAID ? `${latest.slice(0, MOST_SAID - 1).trimEnd()}…` : latest;
  return arrived.length === 1 ? `New: ${said}` : `${arrived.length} new activities, latest: ${said}`;
}
