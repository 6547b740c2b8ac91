"use client";
import { type RefObject, useEffect, useRef } from "react";

/** Gives a menu that is open from its beginning the focus on its first item, as one has it that is opened by a key. */
export function useFirstItem<T extends HTMLElement>(isByKey: boolean): RefObject<T | null> {
  const menu = useRef<T>(null);
  useEffect(() => {
    if (!isByKey) return;
    // The menu itself takes the focus first, once it is placed.
    const frame = requestAnimationFrame(() => menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isByKey]);
  return menu;
}
