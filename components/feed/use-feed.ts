"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Activity } from "@/activity/activity";
import type { Filter } from "@/activity/filter";
import { type SetFilter, useFilter } from "./filters/use-filter";
import { type Arrangement, arrange, newestSeq } from "./list/arrange";
import type { Connection } from "./live/stream-machine";
import { useLive } from "./live/use-live";
import { useIsAtTop } from "./use-is-at-top";
import { type Pages, usePages } from "./use-pages";

/** Everything the feed shows and can do. */
export interface FeedState {
  filter: Filter;
  setFilter: SetFilter;
  /** What to show; while another list is on its way, the one before it. */
  list: Arrangement;
  /** True while `list` still is the one before. */
  isStale: boolean;
  pages: Pages;
  nextCursor: string | null;
  searchedBackTo: string | undefined;
  /** True on a page that was opened further down: nothing arrives there. */
  isOlderPage: boolean;
  connection: Connection;
  /** Seqs that came by the stream. */
  arrived: ReadonlySet<number>;
  isAtTop: boolean;
}

const NOTHING: Arrangement = { items: [], held: 0 };
const NO_ACTIVITY: readonly Activity[] = [];

/** The last value that was there. */
function useLast<T>(value: T | null): T | null {
  const last = useRef(value);
  useEffect(() => {
    if (value !== null) last.current = value;
  }, [value]);
  return value ?? last.current;
}

/** The feed of a team: the address's filter, its pages, and the stream that continues them. */
export function useFeed(team: string): FeedState {
  const { filter, query, cursor, setFilter } = useFilter();
  const path = `/api/teams/${team}/activities`;
  // Each change of the filter is a new reading of the list, also when going back: what was missed meanwhile is in it.
  const [view, setView] = useState({ query, cursor, generation: 0 });
  if (view.query !== query || view.cursor !== cursor) setView({ query, cursor, generation: view.generation + 1 });
  const reload = useCallback(() => setView((now) => ({ ...now, generation: now.generation + 1 })), []);

  const pages = usePages(path, view.query, view.generation, view.cursor);
  const first = pages.pages?.[0];
  const last = pages.pages?.at(-1);
  const isOlderPage = view.cursor !== null;
  const live = useLive(
    {
      path,
      query: view.query,
      generation: view.generation,
      lastEventId: isOlderPage ? null : (first?.lastEventId ?? null),
    },
    reload,
  );

  const isAtTop = useIsAtTop();
  const arrivals = first === undefined ? NO_ACTIVITY : live.arrived;
  const newest = newestSeq(arrivals);
  const [released, setReleased] = useState(0);
  useEffect(() => {
    if (isAtTop) setReleased(newest);
  }, [isAtTop, newest]);
  const releasedSeq = isAtTop ? newest : released;
  const current = useMemo(
    () => (pages.pages === undefined ? null : arrange(pages.pages, arrivals, releasedSeq)),
    [pages.pages, arrivals, releasedSeq],
  );
  const list = useLast(current);
  const arrived = useMemo(() => new Set(arrivals.map((activity) => activity.seq)), [arrivals]);

  return {
    filter,
    setFilter,
    list: list ?? NOTHING,
    isStale: current === null,
    pages,
    nextCursor: last?.nextCursor ?? null,
    searchedBackTo: last?.searchedBackTo,
    isOlderPage,
    connection: live.connection,
    arrived,
    isAtTop,
  };
}
