"use client";
import { useCallback, useState } from "react";

/** Gives the focus back to what had it when the dialog that uses this appeared: one opened by a key has no button to give it to. */
export function useReturnFocus(): (event: Event) => void {
  const [before] = useState(() => (typeof document === "undefined" ? null : document.activeElement));
  return useCallback(
    (event: Event) => {
      event.preventDefault();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
}
