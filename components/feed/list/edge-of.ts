import type { ActivityPage } from "@/activity/activity";
import { parseCursor } from "@/activity/cursor";

/** A place in feed order. */
export interface Place {
  timestamp: string;
  seq: number;
}

function placeOf(cursor: string | null | undefined): Place | null {
  const place = cursor ? parseCursor(cursor) : null;
  return place === null ? null : { timestamp: new Date(place.timestamp).toISOString(), seq: place.seq };
}

/** The place of a page's last row, below which it says nothing; null when the list ends there. */
export function edgeOf(page: Pick<ActivityPage, "nextCursor"> | undefined): Place | null {
  return placeOf(page?.nextCursor);
}

/** The place of a page's first row, above which it says nothing; null when the list begins there. */
export function topOf(page: Pick<ActivityPage, "prevCursor"> | undefined): Place | null {
  return placeOf(page?.prevCursor);
}
