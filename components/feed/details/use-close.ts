"use client";
import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type { Activity } from "@/activity/activity";

/** How the details of an activity are closed. */
interface Closing {
  /** Closes them; who was in the column is led back to the row. */
  close: () => void;
  /** Gives the focus to the row that was opened last. */
  focusBack: () => void;
}

/** Closes the details of `selected` on Escape and when told to. What is selected counts, though its details may still be on their way. */
export function useClose(selected: Activity | null, select: (none: null) => void): Closing {
  const opener = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (selected !== null) opener.current = selected.seq;
  }, [selected]);
  const focusBack = useCallback(() => {
    const place = (kind: string) => document.getElementById(`${kind}-${opener.current}`);
    // What is pinned need not be among the rows.
    (place("link") ?? place("pin"))?.focus({ preventScroll: true });
  }, []);
  const close = useCallback(() => {
    // The sheet of narrow screens holds the focus until it is gone, and leads back then.
    if (document.activeElement?.closest("aside[data-details]") != null) focusBack();
    select(null);
  }, [focusBack, select]);
  const isOpen = selected !== null;
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("[role=dialog]")) close();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isOpen, close]);
  return { close, focusBack };
}
