import type { Shortcut } from "./shortcuts";

/** How long a sequence waits for its next key, milliseconds. */
export const SEQUENCE_MS = 1_200;

/** The keys of a sequence that is under way, and when the last was pressed, milliseconds. */
export interface Pressed {
  keys: readonly string[];
  at: number;
}

/** Before any key. */
export const NOTHING_PRESSED: Pressed = { keys: [], at: 0 };

function begins(whole: readonly string[], part: readonly string[]): boolean {
  return part.length <= whole.length && part.every((key, place) => key === whole[place]);
}

/**
 * Takes one more key: the shortcut that it completes, or null, and what is pressed then. A key that goes on with no sequence
 * begins anew, so that `g j` moves on rather than being lost.
 */
export function pressKey<S extends Pick<Shortcut, "keys">>(
  before: Pressed,
  key: string,
  at: number,
  shortcuts: readonly S[],
): { found: S | null; pressed: Pressed } {
  const kept = at - before.at <= SEQUENCE_MS ? before.keys : [];
  const longer = [...kept, key];
  const isKnown = shortcuts.some(({ keys }) => begins(keys, longer));
  const keys = isKnown ? longer : [key];
  const found = shortcuts.find((one) => one.keys.length === keys.length && begins(one.keys, keys)) ?? null;
  const isUnderWay = found === null && shortcuts.some((one) => begins(one.keys, keys));
  return { found, pressed: isUnderWay ? { keys, at } : NOTHING_PRESSED };
}
