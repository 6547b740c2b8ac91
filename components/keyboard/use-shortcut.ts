"use client";
import { useEffect } from "react";
import { useLatest } from "../ui/use-latest";
import type { ShortcutId } from "./shortcuts";

const handlers = new Map<ShortcutId, () => void>();

/** Does what the parts of the page that are there now have to offer for a shortcut. False when none has anything. */
export function runShortcut(id: ShortcutId): boolean {
  const run = handlers.get(id);
  run?.();
  return run !== undefined;
}

/** Whether {@link runShortcut} would do anything. */
export function canRun(id: ShortcutId): boolean {
  return handlers.has(id);
}

/** Offers to do a shortcut for as long as the component is there; null while it cannot. */
export function useShortcut(id: ShortcutId, run: (() => void) | null): void {
  const latest = useLatest(run);
  const isOffered = run !== null;
  useEffect(() => {
    if (!isOffered) return;
    const call = () => latest.current?.();
    handlers.set(id, call);
    return () => {
      if (handlers.get(id) === call) handlers.delete(id);
    };
  }, [id, isOffered, latest]);
}
