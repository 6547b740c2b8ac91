"use client";
import { useSyncExternalStore } from "react";

/** Where notes and statuses wait for the feed to have them. */
export function feedPlace(team: string): string {
  return `${team}/feed`;
}

let hasPosted = false;
const readers = new Set<() => void>();

/** Notes that something was said from this tab. */
export function markPosted(): void {
  hasPosted = true;
  for (const reader of readers) reader();
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}

/** Whether anything was said from this tab: before that nothing can be on its way. */
export function useHasPosted(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => hasPosted,
    () => false,
  );
}
