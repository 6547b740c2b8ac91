"use client";
import { useSyncExternalStore } from "react";

/** Whether somebody looks at this tab: it is seen, and its window is the one in use. */
function isLookedAt(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}

function subscribe(changed: () => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  document.addEventListener("visibilitychange", changed, { signal });
  for (const name of ["focus", "blur", "pageshow"]) window.addEventListener(name, changed, { signal });
  return () => ended.abort();
}

/** Whether somebody looks at this tab; true on the server and while hydrating. */
export function useIsLookedAt(): boolean {
  return useSyncExternalStore(subscribe, isLookedAt, () => true);
}
