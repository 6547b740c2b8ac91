"use client";
import { useSyncExternalStore } from "react";

/** What the browser says to notifications of this site; `none` where it has no way to show any, as on plain HTTP. */
export type Permission = NotificationPermission | "none";

const readers = new Set<() => void>();

function changed(): void {
  for (const reader of readers) reader();
}

function read(): Permission {
  return "Notification" in window && window.isSecureContext ? Notification.permission : "none";
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  const ended = new AbortController();
  // Changed in the browser's own settings, it takes effect without a reload.
  void navigator.permissions
    ?.query({ name: "notifications" })
    .then((status) => {
      if (!ended.signal.aborted) status.addEventListener("change", reader, { signal: ended.signal });
    })
    .catch(() => {});
  return () => {
    readers.delete(reader);
    ended.abort();
  };
}

/** What the browser says to notifications of this site, as it changes. */
export function usePermission(): Permission {
  return useSyncExternalStore(subscribe, read, () => "none");
}

/** Asks for it, which a browser takes only from a click; gives what was said. */
export async function askPermission(): Promise<Permission> {
  if (read() === "default") await Notification.requestPermission();
  changed();
  return read();
}
