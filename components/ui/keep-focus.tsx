"use client";
import { type ReactNode, useEffect, useRef } from "react";

const FOCUSABLE = "a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled)";

/** Keeps the focus when what has it goes away, such as "Try again" after it worked: it passes on to the first link or button within. */
export function KeepFocus({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let isInside = false;
    const onIn = () => {
      isInside = true;
    };
    // What lost the focus by being taken out of the page is not connected any more: then it is still ours to pass on.
    const onOut = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (target instanceof Node && target.isConnected) isInside = element.contains(document.activeElement);
      });
    const observer = new MutationObserver(() => {
      if (!isInside || document.activeElement !== document.body) return;
      (element.querySelector<HTMLElement>(FOCUSABLE) ?? element).focus({ preventScroll: true });
    });
    element.addEventListener("focusin", onIn);
    element.addEventListener("focusout", onOut);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener("focusin", onIn);
      element.removeEventListener("focusout", onOut);
      observer.disconnect();
    };
  }, []);
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      {children}
    </div>
  );
}
