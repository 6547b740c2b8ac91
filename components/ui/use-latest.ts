"use client";
import { type RefObject, useLayoutEffect, useRef } from "react";

/** The value of what is on the page, for what runs later: a timer, a listener, a channel. It changes with the page, never after it. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
