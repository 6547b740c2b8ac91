import type { Activity } from "@/activity/activity";
import { isMention, isOwn } from "../whose";

/** An activity that was stored later than this after it happened, milliseconds, is no news: it was brought in, or told once more. */
const LATE_MS = 10 * 60_000;

/** Whether the desktop is told of an activity: important or a mention of the reader, of now, and nothing they did themselves. `openedAt`: when the page was read, by the server's clock. */
export function isWorthTelling(activity: Activity, me: string, openedAt: number): boolean {
  if (!activity.isImportant && !isMention(activity, me)) return false;
  if (isOwn(activity, me) || activity.supersedes !== undefined) return false;
  const at = Date.parse(activity.timestamp);
  return at >= openedAt && Date.parse(activity.receivedAt) - at <= LATE_MS;
}
