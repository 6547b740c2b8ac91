"use client";
import { useSyncExternalStore } from "react";

/** A choice that is kept in this browser, the same in all of its tabs. */
export interface StoredSwitch {
  /** Only in a browser. */
  isOn: () => boolean;
  set: (isOn: boolean) => void;
  /** {@link isOn} as it changes, and how to change it. Its first value on the server and while hydrating. */
  use: () => [isOn: boolean, set: (isOn: boolean) => void];
}

/** A switch by that name in the browser's storage, where only what differs from `first` is kept. Browsers that refuse storage remember it for as long as the page is open. */
export function storedSwitch(name: string, first: boolean): StoredSwitch {
  const readers = new Set<() => void>();
  let known: boolean | undefined;

  const isOn = (): boolean => {
    if (known === undefined) {
      try {
        const said = localStorage.getItem(name);
        known = said === null ? first : said === "on";
      } catch {
        known = first;
      }
    }
    return known;
  };

  const set = (next: boolean): void => {
    known = next;
    try {
      if (next === first) localStorage.removeItem(name);
      else localStorage.setItem(name, next ? "on" : "off");
    } catch {
      // Remembered by `known` alone.
    }
    for (const reader of readers) reader();
  };

  const subscribe = (reader: () => void): (() => void) => {
    readers.add(reader);
    const changed = ({ key }: StorageEvent) => {
      if (key !== name && key !== null) return;
      known = undefined;
      reader();
    };
    window.addEventListener("storage", changed);
    return () => {
      readers.delete(reader);
      window.removeEventListener("storage", changed);
    };
  };

  return { isOn, set, use: () => [useSyncExternalStore(subscribe, isOn, () => first), set] };
}
