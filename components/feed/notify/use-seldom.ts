"use client";
import { useEffect, useRef, useState } from "react";

/** A value as it was at most `ms` milliseconds ago: however often it changes, this changes no more often than that. */
export function useSeldom<T>(value: T, ms: number): T {
  const [told, setTold] = useState(value);
  const toldAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const wait = Math.max(0, toldAt.current + ms - Date.now());
    const timer = setTimeout(() => {
      toldAt.current = Date.now();
      setTold(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return told;
}
