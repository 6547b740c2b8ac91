"use client";
import { type RefObject, useEffect } from "react";
import { useLatest } from "../../ui/use-latest";

/** How far out of sight something is when it is near, pixels: a few more rows than a screen. */
const NEAR_PX = 1_500;

/** Calls `act` while an element is, or comes, near what is in sight; again whenever `version` changes. */
export function useNear(element: RefObject<Element | null>, isOn: boolean, version: unknown, act: () => void): void {
  const latest = useLatest(act);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was near before may be so still
  useEffect(() => {
    if (!isOn || element.current === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) latest.current();
      },
      { rootMargin: `${NEAR_PX}px 0px` },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, isOn, version, latest]);
}
