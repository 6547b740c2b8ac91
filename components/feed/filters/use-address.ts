"use client";
import { useSearchParams } from "next/navigation";
import { useCallback, useState } from "react";
import { toSearch } from "./change-filter";

/** How a change of the address enters the browser's history. */
export type HistoryEntry = "push" | "replace";

/** Sets parameters and keeps those it does not name; null takes one away. */
export type SetAddress = (values: Readonly<Record<string, string | null>>, entry: HistoryEntry) => void;

/** An address that was set here, and those that Next may still take for the present one. */
interface Ahead {
  params: URLSearchParams;
  before: readonly string[];
}

/**
 * The parameters of the address, and their setter. What is set here counts at once; Next, which follows `pushState` and
 * `replaceState` by itself (its "Linking and Navigating", native History API), hears of it a moment later, without asking the server.
 */
export function useAddress(): [params: URLSearchParams, set: SetAddress] {
  const known = useSearchParams();
  const knownText = known.toString();
  const [ahead, setAhead] = useState<Ahead | null>(null);
  // Next has caught up, or the reader went elsewhere.
  const isOver = ahead !== null && !ahead.before.includes(knownText);
  if (isOver) setAhead(null);
  const set = useCallback<SetAddress>(
    (values, entry) => {
      // The browser's own address is ahead of Next's when several changes come at once.
      const params = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(values)) {
        if (value === null) params.delete(name);
        else params.set(name, value);
      }
      const address = `${window.location.pathname}${toSearch(params)}`;
      if (entry === "push") window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
      setAhead((last) => {
        const before = [knownText, ...(last === null ? [] : [...last.before, last.params.toString()])];
        return { params, before: before.filter((text) => text !== params.toString()) };
      });
    },
    [knownText],
  );
  return [ahead === null || isOver ? known : ahead.params, set];
}
