"use client";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { Activity, ActivityPage } from "@/activity/activity";
import { parseEventId } from "@/activity/event-id";
import { useSame } from "../ui/use-same";
import { type Arrangement, arrange, asSent, NO_FOLDS, newestSeq } from "./list/arrange";
import { edgeOf } from "./list/edge-of";
import { folding } from "./list/folding";
import { browserClock } from "./live/browser-clock";
import type { LiveState } from "./live/follow-stream";
import { spaceReloads } from "./live/space-reloads";
import { useLive } from "./live/use-live";
import { useIsAtTop } from "./scroll/use-is-at-top";
import { type More, nextGeneration, type Pages, type Reading, usePages } from "./use-pages";

/** What the server read for the address, and the address's own words it answers. */
export interface InitialPage {
  page: ActivityPage;
  query: string;
  cursor: string | null;
  /** Whether similar events are one row; default false. */
  isFolded?: boolean;
}

/** What is shown of a list. */
export interface Listing {
  /** What to show; while another list is on its way, the one before it. */
  list: Arrangement;
  /** True while `list` still is the one before. */
  isStale: boolean;
  pages: Pages;
  nextCursor: string | null;
  /** Where the page above goes on; null when the list begins at the newest activity. */
  prevCursor: string | null;
  /** A page further down of a list that only goes down: nothing arrives there. */
  isApart: boolean;
  searchedBackTo: string | undefined;
  live: Pick<LiveState, "connection" | "listener">;
  /** Seqs that came by the stream. */
  arrived: ReadonlySet<number>;
  /** At the very top of a list that begins at the newest activity. */
  isAtTop: boolean;
  /** The newest seq that the list holds everything up to; 0 while it is on its way, and further down. */
  head: number;
}

const NOTHING: Arrangement = { items: [], held: 0, folds: NO_FOLDS, isTorn: false };
const NO_ACTIVITY: readonly Activity[] = [];
const NO_PAGES: readonly ActivityPage[] = [];

/** The last value that was there. */
function useLast<T>(value: T | null): T | null {
  const last = useRef(value);
  useEffect(() => {
    if (value !== null) last.current = value;
  }, [value]);
  return value ?? last.current;
}

/** As many activities as this came by the stream, or up to twice as many, and the list is read anew: a tab stays open all day. */
const MANY_ARRIVALS = 1_500;

/** Reads a list again when it is torn or has grown large, unless the reader is deep down in it: then when they come back up. */
function useMend(isTorn: boolean, arrivals: number, generation: number, reload: (generation: number) => void): void {
  const [later] = useState(() => spaceReloads(browserClock));
  // Readers of the same storm must not all ask in the same moment.
  const [most] = useState(() => MANY_ARRIVALS * (1 + browserClock.random()));
  const isDue = isTorn || arrivals > most;
  useEffect(() => {
    if (isDue) later(() => reload(generation));
  }, [isDue, generation, reload, later]);
}

/** A page that came as a prop in JSON: React walks through an object's every value, on the server twice and once more in the browser. */
export function useSentPage(json: string): ActivityPage {
  return useMemo(() => JSON.parse(json), [json]);
}

/** A list's pages, and the stream that continues them unless it is not followed. `query` and `cursor`: what of the list is to be shown now. */
export function useListing(
  path: string,
  { query, cursor, isFolded = false }: Omit<InitialPage, "page">,
  initial: InitialPage,
  isFollowed = true,
): Listing {
  const [first] = useState(() => ({ ...initial, generation: nextGeneration() }));
  const [reading, setReading] = useState<Omit<Reading, "path">>(first);
  // Each change of the filter is a new reading of the list, also when going back: what was missed meanwhile is in it.
  if (reading.query !== query || reading.cursor !== cursor || (reading.isFolded ?? false) !== isFolded)
    setReading({ query, cursor, isFolded, generation: nextGeneration() });
  // A reload that was asked for a reading which is no longer shown is not needed any more.
  const reload = useCallback((generation: number) => {
    setReading((now) => (now.generation === generation ? { ...now, generation: nextGeneration() } : now));
  }, []);

  const pages = usePages({ path, ...reading }, reading.generation === first.generation ? first.page : null);
  const last = pages.pages?.at(-1);
  const prevCursor = pages.pages?.[0]?.prevCursor ?? null;
  const isApart = reading.cursor !== null && pages.first !== undefined && pages.first.prevCursor === null;
  const isWhole = pages.pages !== undefined && prevCursor === null && !isApart;
  const lastEventId = isFollowed && !isApart ? (pages.first?.lastEventId ?? null) : null;
  const edge = useMemo(() => edgeOf(last), [last]);
  const isAtTop = useIsAtTop() && isWhole;
  const { query: read, generation } = reading;
  const loaded = pages.pages ?? NO_PAGES;
  const roof = useRef<Activity | null>(null);
  const live = useLive(
    { path, query: read, generation, isFolded: reading.isFolded ?? false, lastEventId, edge, roof, pages: loaded },
    reload,
  );

  const arrivals = lastEventId === null ? NO_ACTIVITY : live.arrived;
  const skipped = lastEventId === null ? 0 : live.skipped;
  const newest = newestSeq(arrivals);
  const [released, setReleased] = useState(0);
  useEffect(() => {
    if (isAtTop) setReleased(newest);
  }, [isAtTop, newest]);
  const releasedSeq = isAtTop ? newest : released;
  useEffect(() => {
    // Again with each page, should it not have come.
    if (reading.isFolded && pages.pages !== undefined) folding.prepare();
  }, [reading.isFolded, pages.pages]);
  const put = reading.isFolded ? (folding.now() ?? asSent) : arrange;
  const current = useMemo(
    () => (pages.pages === undefined ? null : put(pages.pages, arrivals, releasedSeq, live.hidden)),
    [put, pages.pages, arrivals, releasedSeq, live.hidden],
  );
  useMend(isAtTop && (current?.isTorn === true || skipped > 0), isAtTop ? arrivals.length : 0, generation, reload);
  const shown = useLast(current) ?? NOTHING;
  // What waits is only counted.
  const items = useSame(shown.items);
  const list = useMemo(() => ({ ...shown, items, held: shown.held + skipped }), [shown, items, skipped]);
  const top = isAtTop ? null : (items[0] ?? null);
  useEffect(() => {
    roof.current = top;
  }, [top]);
  const arrived = useMemo(() => new Set(arrivals.map((activity) => activity.seq)), [arrivals]);

  const [isStale, nextCursor, searchedBackTo] = [current === null, last?.nextCursor ?? null, last?.searchedBackTo];
  // Many rows at once are drawn bit by bit: what the reader does meanwhile is not kept waiting.
  const drawn = useDeferredValue(
    useMemo(
      () => ({ list, isStale, nextCursor, prevCursor, searchedBackTo }),
      [list, isStale, nextCursor, prevCursor, searchedBackTo],
    ),
  );

  // Until rows that came are drawn they are on their way: more is not asked for meanwhile.
  const isBehind = drawn.list !== list;
  const waiting = (more: More) => (isBehind && !more.isLoading ? { ...more, isLoading: true } : more);

  return {
    ...drawn,
    pages: { ...pages, older: waiting(pages.older), newer: waiting(pages.newer) },
    isApart,
    live,
    arrived,
    isAtTop,
    head: lastEventId === null || !isWhole ? 0 : Math.max(newest, parseEventId(lastEventId)?.seq ?? 0),
  };
}
