import type { ActivityPage } from "@/activity/activity";
import { parseCursor } from "@/activity/cursor";

/** A place in feed order. */
export interface Place {
  timestamp: string;
  seq: number;
}

/** The place of a page's last row, below which it says nothing; null when the list ends there. */
export function edgeOf(page: Pick<ActivityPage, "nextCursor"> | undefined): Place | null {
  const cursor = page?.nextCursor ? parseCursor(page.nextCursor) : null;
  return cursor === null ? null : { timestamp: new Date(cursor.timestamp).toISOString(), seq: cursor.seq };
}
