"use client";
import { useSyncExternalStore } from "react";

/** Pixels from the top of the page within which new rows may push down what is there. */
const TOP_PX = 24;

// Kept, not asked for: rendering asks again and again, and each time the page would have to be laid out first.
let isAtTop = true;
const listeners = new Set<() => void>();

/** Looks where the page stands. For whoever has just scrolled it: the browser's own event comes with the next frame. */
export function noteScroll(): void {
  const now = window.scrollY <= TOP_PX;
  if (now === isAtTop) return;
  isAtTop = now;
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  if (listeners.size === 0) addEventListener("scroll", noteScroll, { passive: true });
  listeners.add(changed);
  noteScroll();
  return () => {
    listeners.delete(changed);
    if (listeners.size === 0) removeEventListener("scroll", noteScroll);
  };
}

/** True while the reader is at the very top of the page. */
export function useIsAtTop(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isAtTop,
    () => true,
  );
}

/** Goes to the very top of the page, at once. */
export function scrollToTop(): void {
  window.scrollTo({ top: 0, behavior: "instant" });
  noteScroll();
}
