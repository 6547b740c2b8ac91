import { MAX_AHEAD_MS } from "@/activity/event-schema";
import { cutText } from "./clean-text";

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/i;

/** What programs in Go send for a time they do not have. */
const NO_TIME = /^0001-01-01T/;

/** The time the sender gave: ISO text, or Unix seconds as in `pushed_at`. NaN when it is neither. */
function instant(sent: unknown): number {
  if (typeof sent === "number") return sent * 1_000;
  return typeof sent === "string" && ISO.test(sent) ? Date.parse(sent) : Number.NaN;
}

/** The event's own time; a time that cannot be is left to the time of receipt and kept beside it as it was sent. */
export function eventTime(sent: unknown, receivedAt: Date): { timestamp?: string; sentTimestamp?: string | number } {
  if (typeof sent !== "string" && typeof sent !== "number") return {};
  if (typeof sent === "string" && NO_TIME.test(sent)) return {};
  const at = instant(sent);
  // A clock that counts from 1970 has nothing else to say that there was no time.
  if (at === 0) return {};
  if (at >= 0 && at <= receivedAt.getTime() + MAX_AHEAD_MS) return { timestamp: new Date(at).toISOString() };
  if (typeof sent === "number") return Number.isFinite(sent) ? { sentTimestamp: sent } : {};
  return { sentTimestamp: cutText(sent, 256) };
}
