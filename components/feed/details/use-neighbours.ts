"use client";
import { useCallback, useMemo } from "react";
import type { Activity } from "@/activity/activity";
import { placeIn } from "@/activity/merge";
import { useLatest } from "../../ui/use-latest";
import type { FeedState } from "../use-feed";

/** The activities beside the one that is shown, in the current filter's own order. */
export interface Neighbours {
  newer: Activity | null;
  older: Activity | null;
  /** Shows the older (1) or the newer (-1) one; at the end of what is loaded, more is asked for. */
  step: (direction: 1 | -1) => void;
}

/** The neighbours of the selected activity in the list as it is loaded; none while nothing is selected, or something below all of it. */
export function useNeighbours(
  { list, nextCursor, pages }: Pick<FeedState, "list" | "nextCursor" | "pages">,
  selected: Activity | null,
  select: (activity: Activity) => void,
): Neighbours {
  const { items } = list;
  const place = selected === null ? items.length : placeIn(items, selected);
  const isRow = items[place]?.seq === selected?.seq;
  // What became part of a fold while its details are read, and what is inside of one, still has a place among the rows.
  const isWithin = place < items.length;
  const newer = isWithin ? (items[place - 1] ?? null) : null;
  const older = items[isRow ? place + 1 : place] ?? null;
  const canGoOn = isWithin && nextCursor !== null;
  const latest = useLatest({ newer, older, select, more: canGoOn ? pages.older.load : null });
  const step = useCallback(
    (direction: 1 | -1) => {
      const now = latest.current;
      const to = direction === 1 ? now.older : now.newer;
      if (to !== null) {
        now.select(to);
        document.querySelector(`[data-activity="${to.id}"]`)?.scrollIntoView({ block: "nearest" });
      } else if (direction === 1) now.more?.();
    },
    [latest],
  );
  return useMemo(() => ({ newer, older, step }), [newer, older, step]);
}
