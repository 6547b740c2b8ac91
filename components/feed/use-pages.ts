"use client";
import useSWRInfinite from "swr/infinite";
import type { ActivityPage } from "@/activity/activity";
import { asActivityError } from "@/activity/errors";
import { goToSignIn, requestPage } from "./request";

/** Key of a page of one reading of a list. The fragment tells readings apart and never reaches the server. */
export function pageKey(path: string, query: string, generation: number, cursor: string | null): string {
  const params = new URLSearchParams(query);
  if (cursor !== null) params.set("cursor", cursor);
  const search = params.toString();
  return `${path}${search === "" ? "" : `?${search}`}#${generation}`;
}

/** The key of each page after the one before it; null past the end. */
export function pageKeys(path: string, query: string, generation: number, cursor: string | null) {
  return (index: number, previous: ActivityPage | null): string | null => {
    if (index === 0) return pageKey(path, query, generation, cursor);
    return previous?.nextCursor ? pageKey(path, query, generation, previous.nextCursor) : null;
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

/** The pages of one reading of a list, older ones on demand. They are never read twice: the stream keeps them true. */
export interface Pages {
  /** Undefined while the first page is on its way. */
  pages: readonly ActivityPage[] | undefined;
  error: Error | undefined;
  isLoadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

/** Reads a list page by page; `generation` makes a new reading of the same list. */
export function usePages(path: string, query: string, generation: number, cursor: string | null): Pages {
  const { data, error, size, setSize, isValidating, mutate } = useSWRInfinite<ActivityPage, Error>(
    pageKeys(path, query, generation, cursor),
    fetchPage,
    {
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
