"use client";
import { useEffect, useMemo } from "react";
import { useSWRConfig } from "swr";
import useSWRInfinite, { type SWRInfiniteConfiguration } from "swr/infinite";
import type { ActivityPage } from "@/activity/activity";
import { asActivityError } from "@/activity/errors";
import { goToSignIn, requestPage } from "./request";

/** One reading of a list. Reading it again, or with another filter, is another generation. */
export interface Reading {
  /** Path of the list. */
  path: string;
  /** The filter as query parameters, without `?`. */
  query: string;
  /** Where the reading starts; null for the newest activity. */
  cursor: string | null;
  /** Whether similar events are one row; default false. */
  isFolded?: boolean | undefined;
  /** Unique in this tab. */
  generation: number;
}

/** What is read on demand in one direction. */
export interface More {
  isLoading: boolean;
  error: Error | undefined;
  load: () => void;
  retry: () => void;
}

/** The pages of one reading, further ones on demand. They are never read twice: the stream keeps them true. */
export interface Pages {
  /** In feed order; undefined while the first page is on its way. */
  pages: readonly ActivityPage[] | undefined;
  /** The page that was read first: what is newer than its `lastEventId` the stream brings. */
  first: ActivityPage | undefined;
  /** The first page, and those below. */
  older: More;
  newer: More;
}

// Unique in the tab, because the cache outlives a page: coming back to it must not find an old reading.
let generations = 0;

/** A number that no reading has had. */
export function nextGeneration(): number {
  generations += 1;
  return generations;
}

/** Rows of a page that is read because the reader comes near it. */
const FURTHER_ROWS = 100;

/** Gives the key of a page, which is its address. The fragment tells readings apart and never reaches the server. */
function keysOf({ path, query, isFolded, generation }: Reading): (cursor: string | null, rows?: number) => string {
  const params = new URLSearchParams(query);
  if (isFolded) params.set("fold", "on");
  const base = params.toString();
  return (cursor, rows) => {
    const place = cursor === null ? "" : `cursor=${cursor}`;
    const size = rows === undefined ? "" : `limit=${rows}`;
    const search = [base, place, size].filter((part) => part !== "").join("&");
    return `${path}${search === "" ? "" : `?${search}`}#${generation}`;
  };
}

async function fetchPage(key: string): Promise<ActivityPage> {
  try {
    return await requestPage(key);
  } catch (error) {
    if (asActivityError(error)?.code === "unauthenticated") goToSignIn();
    throw error;
  }
}

const ONCE: SWRInfiniteConfiguration = {
  revalidateFirstPage: false,
  revalidateIfStale: false,
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  shouldRetryOnError: false,
};

/** Gives a function that drops what the cache holds of a reading: a tab stays open all day. */
export function useForgetting(): (generation: number) => void {
  const { cache } = useSWRConfig();
  return useMemo(
    () => (generation) => {
      for (const key of [...cache.keys()]) if (key.endsWith(`#${generation}`)) cache.delete(key);
    },
    [cache],
  );
}

/** A run of pages from a key on, each found by the one before it; `least`: how many are read unasked. */
function useRun(
  firstKey: string | null,
  next: (page: ActivityPage) => string | null,
  firstPage: ActivityPage | null,
  least: 0 | 1,
) {
  const { data, error, size, setSize, isValidating, mutate } = useSWRInfinite<ActivityPage, Error>(
    (index, previous: ActivityPage | null) => {
      if (index === 0) return firstKey;
      return previous === null ? null : next(previous);
    },
    (key: string) => (key === firstKey && firstPage !== null ? firstPage : fetchPage(key)),
    { ...ONCE, initialSize: least, fallbackData: firstPage === null ? undefined : [firstPage] },
  );
  const loaded = data?.length ?? 0;
  return {
    data,
    isLoading: isValidating && size > loaded,
    error: isValidating ? undefined : error,
    load: () => void setSize(loaded + 1),
    retry: () => void mutate(data, { revalidate: (page) => page === undefined }),
  };
}

/**
 * Reads a list page by page, down and up. `firstPage` is the reading's first page when the server sent it along.
 * `isKept`: the reading may be shown again after nobody showed it; whoever keeps it forgets it (`useForgetting`).
 */
export function usePages(reading: Reading, firstPage: ActivityPage | null, isKept = false): Pages {
  const forget = useForgetting();
  const { generation } = reading;
  useEffect(() => (isKept ? undefined : () => forget(generation)), [forget, generation, isKept]);
  const keyOf = keysOf(reading);
  const further = (cursor: string | null) => (cursor === null ? null : keyOf(cursor, FURTHER_ROWS));
  const { data: below, ...older } = useRun(keyOf(reading.cursor), (page) => further(page.nextCursor), firstPage, 1);
  const first = below?.[0];
  const { data: above, ...newer } = useRun(
    further(first?.prevCursor ?? null),
    (page) => further(page.prevCursor),
    null,
    0,
  );
  const pages = useMemo(
    () =>
      below === undefined || above === undefined || above.length === 0 ? below : [...above.toReversed(), ...below],
    [below, above],
  );
  return {
    pages,
    first,
    older: { ...older, isLoading: older.isLoading && first !== undefined },
    newer,
  };
}
