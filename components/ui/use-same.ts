"use client";
import { useEffect, useRef } from "react";

/** The same array for as long as it holds the same: what is drawn from it need not be looked at again. */
export function useSame<T>(list: readonly T[]): readonly T[] {
  const last = useRef(list);
  const isSame = list.length === last.current.length && list.every((one, index) => one === last.current[index]);
  const same = isSame ? last.current : list;
  useEffect(() => {
    last.current = same;
  }, [same]);
  return same;
}
