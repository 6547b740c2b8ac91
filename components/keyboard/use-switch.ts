"use client";
import { useSyncExternalStore } from "react";

const NAME = "las.shortcuts";
const readers = new Set<() => void>();
// Browsers that refuse storage remember for as long as the page is open.
let isOff: boolean | undefined;

/** Whether single keys are shortcuts in this browser. They are until they are switched off (WCAG 2.2, 2.1.4). */
export function areShortcutsOn(): boolean {
  if (isOff === undefined) {
    try {
      isOff = localStorage.getItem(NAME) === "off";
    } catch {
      isOff = false;
    }
  }
  return !isOff;
}

/** Switches single-key shortcuts for this browser. */
function switchShortcuts(isOn: boolean): void {
  isOff = !isOn;
  try {
    if (isOn) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, "off");
  } catch {
    // Remembered by isOff alone.
  }
  for (const reader of readers) reader();
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  const changed = ({ key }: StorageEvent) => {
    if (key !== NAME && key !== null) return;
    isOff = undefined;
    reader();
  };
  window.addEventListener("storage", changed);
  return () => {
    readers.delete(reader);
    window.removeEventListener("storage", changed);
  };
}

/** {@link areShortcutsOn}, and how to change it. */
export function useShortcutSwitch(): [isOn: boolean, set: (isOn: boolean) => void] {
  return [useSyncExternalStore(subscribe, areShortcutsOn, () => true), switchShortcuts];
}
