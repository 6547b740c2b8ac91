"use client";
import { useSyncExternalStore } from "react";

/** Pixels from the top of the page within which new rows may push down what is there. */
const TOP_PX = 24;

function subscribe(changed: () => void): () => void {
  addEventListener("scroll", changed, { passive: true });
  return () => removeEventListener("scroll", changed);
}

/** True while the reader is at the very top of the page. */
export function useIsAtTop(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.scrollY <= TOP_PX,
    () => true,
  );
}
