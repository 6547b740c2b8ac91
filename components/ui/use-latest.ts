"use client";
import { type RefObject, useEffect, useRef } from "react";

/** The value of the last render, for what runs later: a timer, a listener, a channel. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
