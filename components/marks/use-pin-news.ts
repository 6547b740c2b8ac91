"use client";
import { useEffect, useMemo, useRef } from "react";
import type { Activity } from "@/activity/activity";
import type { Marks } from "./marks";
import { pinNews } from "./pin-news";

/** Asks for the pins anew when the list has news of them. */
export function usePinNews(items: readonly Activity[], marks: Marks | null): void {
  const pins = marks?.pins;
  const news = useMemo(() => pinNews(items, new Set(pins?.map(({ activity }) => activity.id))), [items, pins]);
  const known = useRef(news);
  const refresh = marks?.refreshPins;
  useEffect(() => {
    // Less than before is no news: what was corrected is pinned no longer.
    if (news > known.current) refresh?.();
    known.current = news;
  }, [news, refresh]);
}
