import { parseFilter } from "./filter";

/** A keyset place in the feed, which is ordered by (timestamp desc, seq desc). */
export interface Cursor {
  /** `older`: items strictly below the place; `newer`: items strictly above it. */
  direction: "older" | "newer";
  /** Milliseconds since 1970. */
  timestamp: number;
  seq: number;
}

const MAX_TIME = 8_640_000_000_000_000;

/** Writes a cursor as opaque URL-safe text. */
export function formatCursor(cursor: Cursor): string {
  return btoa(`${cursor.direction === "older" ? "o" : "n"}.${cursor.timestamp}.${cursor.seq}`)
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Reads a cursor; null for anything {@link formatCursor} did not write. */
export function parseCursor(text: string): Cursor | null {
  if (!/^[A-Za-z0-9_-]{4,64}$/.test(text)) return null;
  let plain: string;
  try {
    plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return null;
  }
  const match = /^([on])\.(0|[1-9][0-9]{0,15})\.(0|[1-9][0-9]{0,15})$/.exec(plain);
  if (match === null) return null;
  const cursor: Cursor = {
    direction: match[1] === "o" ? "older" : "newer",
    timestamp: Number(match[2]),
    seq: Number(match[3]),
  };
  if (cursor.timestamp > MAX_TIME || !Number.isSafeInteger(cursor.seq)) return null;
  return formatCursor(cursor) === text ? cursor : null;
}

/** The place that an instant names: just below everything that happened then or later. Null for anything else. */
export function placeAtInstant(text: string): Cursor | null {
  const instant = parseFilter(new URLSearchParams([["from", text]])).from;
  return instant === undefined ? null : { direction: "older", timestamp: Math.max(0, Date.parse(instant)), seq: 0 };
}
