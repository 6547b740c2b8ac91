"use client";
import { type RefObject, useEffect } from "react";
import { useLatest } from "../../ui/use-latest";

/** How far out of sight something is when it is near, pixels: a few more rows than a screen. */
const NEAR_PX = 1_500;

/**
 * Calls `act` once when an element is, or comes, near what is in sight; again whenever `version` changes. It looks itself, once a frame
 * in which the page was scrolled or changed its height: an IntersectionObserver misses what comes near while a long list is put back
 * to where it was (seen in Chromium on a busy machine), and the list would then never go on.
 */
export function useNear(element: RefObject<Element | null>, isOn: boolean, version: unknown, act: () => void): void {
  const latest = useLatest(act);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was near before may be so still
  useEffect(() => {
    const watched = element.current;
    if (!isOn || watched === null) return;
    let frame = 0;
    let wasNear = false;
    const look = () => {
      frame = 0;
      const { top, bottom } = watched.getBoundingClientRect();
      const isNear = bottom > -NEAR_PX && top < window.innerHeight + NEAR_PX;
      if (isNear && !wasNear) latest.current();
      wasNear = isNear;
    };
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look);
    };
    lookSoon();
    const resizes = new ResizeObserver(lookSoon);
    resizes.observe(document.documentElement);
    addEventListener("scroll", lookSoon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      resizes.disconnect();
      removeEventListener("scroll", lookSoon);
    };
  }, [element, isOn, version, latest]);
}
