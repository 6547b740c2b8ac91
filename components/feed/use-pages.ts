"use client";
import { useEffect } from "react";
import { useSWRConfig } from "swr";
import useSWRInfinite from "swr/infinite";
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

/** The pages of one reading, older ones on demand. They are never read twice: the stream keeps them true. */
export interface Pages {
  /** Undefined while the first page is on its way. */
  pages: readonly ActivityPage[] | undefined;
  error: Error | undefined;
  isLoadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

// Unique in the tab, because the cache outlives a page: coming back to it must not find an old reading.
let generations = 0;

/** A number that no reading has had. */
export function nextGeneration(): number {
  generations += 1;
  return generations;
}

/** Key and address of a page. The fragment tells readings apart and never reaches the server. */
function pageKey({ path, query, isFolded, generation }: Reading, cursor: string | null): string {
  const params = new URLSearchParams(query);
  if (isFolded) params.set("fold", "on");
  if (cursor !== null) params.set("cursor", cursor);
  const search = params.toString();
  return `${path}${search === "" ? "" : `?${search}`}#${generation}`;
}

async function fetchPage(key: string): Promise<ActivityPage> {
  try {
    return await requestPage(key);
  } catch (error) {
    if (asActivityError(error)?.code === "unauthenticated") goToSignIn();
    throw error;
  }
}

/** Drops what the cache holds of a reading once nobody shows it: a tab stays open all day. */
function useForget(generation: number): void {
  const { cache } = useSWRConfig();
  useEffect(
    () => () => {
      for (const key of [...cache.keys()]) if (key.endsWith(`#${generation}`)) cache.delete(key);
    },
    [cache, generation],
  );
}

/** Reads a list page by page. `firstPage` is the reading's first page when the server sent it along. */
export function usePages(reading: Reading, firstPage: ActivityPage | null): Pages {
  useForget(reading.generation);
  const firstKey = pageKey(reading, reading.cursor);
  const { data, error, size, setSize, isValidating, mutate } = useSWRInfinite<ActivityPage, Error>(
    (index, previous: ActivityPage | null) => {
      if (index === 0) return firstKey;
      return previous?.nextCursor ? pageKey(reading, previous.nextCursor) : null;
    },
    (key: string) => (key === firstKey && firstPage !== null ? firstPage : fetchPage(key)),
    {
      fallbackData: firstPage === null ? undefined : [firstPage],
      revalidateFirstPage: false,
      revalidateIfStale: false,
      revalidateOnFocus: false,
      revalidateOnReconnect: false,
      shouldRetryOnError: false,
    },
  );
  const loaded = data?.length ?? 0;
  return {
    pages: data,
    error: isValidating ? undefined : error,
    isLoadingMore: isValidating && loaded > 0 && size > loaded,
    loadMore: () => void setSize(loaded + 1),
    retry: () => void mutate(data, { revalidate: (page) => page === undefined }),
  };
}
