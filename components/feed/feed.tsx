// Last step of both paths: the server's page, continued in the browser by older pages and by the stream.
"use client";
import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import type { Activity } from "@/activity/activity";
import { TEAM_SOURCE } from "@/activity/event-types/team-source";
import { isEmptyFilter, serializeFilter } from "@/activity/filter";
import { BookmarkKey } from "../marks/bookmark-key";
import { MarksProvider, useMarks } from "../marks/marks";
import { PinStrip } from "../marks/pin-strip";
import type { ShownPin } from "../marks/pins-answer";
import { usePinNews } from "../marks/use-pin-news";
import { KeepFocus } from "../ui/keep-focus";
import { later, usePreload } from "../ui/later";
import { useLatest } from "../ui/use-latest";
import { useSame } from "../ui/use-same";
import { lineAbove } from "../views/line-above";
import { useReadMarks } from "../views/use-read-marks";
import { DetailsPanel } from "./details/details-panel";
import { useClose } from "./details/use-close";
import { useNeighbours } from "./details/use-neighbours";
import { FeedEnd, FeedStart } from "./feed-end";
import { FeedHead } from "./feed-head";
import { FeedList } from "./feed-list";
import { feedHref } from "./filters/change-filter";
import type { SetFilter } from "./filters/use-filter";
import { MarkHits } from "./highlight/hits";
import { useFeedKeys } from "./keys/use-feed-keys";
import { CannotLoad, NothingMatches } from "./notices";
import { feedPlace, useHasPosted } from "./posts/posted";
import { ListSkeleton } from "./row-skeleton";
import { KeepScroll } from "./scroll/keep-scroll";
import { scrollToTop } from "./scroll/use-is-at-top";
import { usePlace } from "./scroll/use-place";
import { TimeProvider } from "./time";
import { SlowLine } from "./trouble/slow-line";
import { type FeedState, useFeed } from "./use-feed";
import { type InitialPage, useSentPage } from "./use-listing";

const TellArrivals = later(() => import("./notify/tell-arrivals").then((module) => module.TellArrivals));
const UnsentPosts = later(() => import("./posts/unsent-posts").then((module) => module.UnsentPosts));

export interface FeedProps {
  team: { slug: string; name: string };
  /** Whether the reader may post, and make links for people outside the team: all but viewers. */
  canLink: boolean;
  /** The reader's user id. */
  me: string;
  /** The page of the list that the server read for `query` and `cursor`, an `ActivityPage` in JSON. */
  initialPage: string;
  /** What is pinned for the team. */
  pins: readonly ShownPin[];
  /** The filter of the address, less what the reader has muted, as query parameters. */
  query: string;
  /** The place of the address; null for the newest activity. */
  cursor: string | null;
  /** Whether `initialPage` is folded. */
  isFolded: boolean;
  /** When the server rendered, milliseconds. */
  now: number;
  /** Shown while nothing has ever happened, besides changes of the team itself; null once something has. */
  empty: ReactNode;
}

/** The live feed of a team. */
export function Feed({ team, canLink, me, initialPage, pins, query, cursor, isFolded, now, empty }: FeedProps) {
  const initial = { page: useSentPage(initialPage), query, cursor, isFolded };
  return (
    <TimeProvider now={now}>
      <MarksProvider key={team.slug} team={team.slug} canPin={canLink} initialPins={pins}>
        <FeedRoot team={team.slug} {...{ name: team.name, canLink, me, initial, empty }} />
      </MarksProvider>
    </TimeProvider>
  );
}

function FeedRoot({
  team,
  name,
  canLink,
  me,
  initial,
  empty,
}: Pick<FeedProps, "canLink" | "me" | "empty"> & { team: string; name: string; initial: InitialPage }) {
  const feed = useFeed(team, initial);
  const { filter, list, pages, prevCursor, isFolded } = feed;
  const isFurtherDown = prevCursor !== null;
  const query = serializeFilter(filter).toString();
  const seenSeq = useReadMarks({ team, query: feed.view, head: feed.head, isAtTop: feed.isAtTop });
  const [selected, setSelected] = useState<Activity | null>(null);
  const known = useRef(new Map<string, Activity>());
  const onLoad = useCallback((items: readonly Activity[]) => {
    for (const item of items) known.current.set(item.id, item);
  }, []);
  const items = useLatest(list.items);
  const select = useCallback(
    (id: string) => setSelected(items.current.find((item) => item.id === id) ?? known.current.get(id) ?? null),
    [items],
  );
  const permalinkOf = useCallback(({ id }: Activity) => `/${team}/activities/${id}`, [team]);
  const members = useMemo(
    () => ({ path: `/api/teams/${team}/activities`, filter: feed.shown, permalinkOf, onLoad }),
    [team, feed.shown, permalinkOf, onLoad],
  );
  const folding = useMemo(() => ({ folds: list.folds, feedPath: `/${team}`, members }), [list.folds, team, members]);
  const { close, focusBack } = useClose(selected, setSelected);
  const showNewest = () => {
    scrollToTop();
    if (isFurtherDown || feed.isPlaced) feed.goTo(null);
  };
  const leave = usePlace(feed.back, { ...feed, items: list.items, selected, select: setSelected });
  const neighbours = useNeighbours(feed, selected, setSelected);
  // The row that is chosen is marked at once; what there is to say of it comes behind.
  const details = useDeferredValue(useMemo(() => ({ activity: selected, neighbours }), [selected, neighbours]));
  const comments = useSame(
    useMemo(() => list.items.filter(({ eventType }) => eventType === "comment.added"), [list.items]),
  );
  useFeedKeys({ selectedId: selected?.id ?? null, select, step: neighbours.step, showNewest });
  const hasPosted = useHasPosted();
  const marks = useMarks();
  const pins = marks?.pins;
  usePinNews(list.items, marks);
  usePreload(UnsentPosts);
  // Pins stand above the rows: both may move what is being read.
  const shown = useMemo(() => ({ items: list.items, pins }), [list.items, pins]);
  const setFilter: SetFilter = (next, history) => {
    leave();
    scrollToTop();
    feed.setFilter(next, history);
  };
  const failure = feed.isStale ? pages.older.error : undefined;
  const isWaiting = feed.isStale && failure === undefined;
  const hasNothingYet =
    empty !== null &&
    list.items.every(({ source }) => source === TEAM_SOURCE) &&
    !feed.isStale &&
    isEmptyFilter(filter) &&
    !isFurtherDown;
  if (hasNothingYet)
    return (
      <main className="min-h-dvh">
        <h1 className="sr-only">Feed</h1>
        {empty}
      </main>
    );
  return (
    <div className="feed-columns grid min-[1180px]:grid-cols-[minmax(0,1fr)_380px]">
      <main className="min-h-dvh min-w-0">
        <TellArrivals team={{ slug: team, name }} me={me} feed={feed} onOpen={setSelected} />
        <FeedHead
          {...{ team, me, canLink, feed, query, setFilter, isWaiting, showNewest }}
          goTo={(instant) => {
            leave();
            scrollToTop();
            feed.goTo(instant);
          }}
        />
        <BookmarkKey selectedId={selected?.id ?? null} />
        {isEmptyFilter(filter) && !isFurtherDown && <PinStrip onSelect={setSelected} />}
        {hasPosted && <UnsentPosts team={team} place={feedPlace(team)} items={list.items} />}
        <div
          aria-busy={feed.isStale}
          className={`transition-opacity duration-150 ${isWaiting && list.items.length > 0 ? "opacity-50" : ""}`}
        >
          {!feed.isStale && (
            <FeedStart
              href={isFurtherDown ? feedHref(team, filter, prevCursor, isFolded) : null}
              more={pages.newer}
              count={list.items.length}
            />
          )}
          <KeepFocus>{failure !== undefined && <CannotLoad error={failure} onRetry={pages.older.retry} />}</KeepFocus>
          <KeepScroll version={shown} isAtTop={feed.isAtTop}>
            {isWaiting && list.items.length === 0 && <ListSkeleton />}
            {failure === undefined && (
              <MarkHits q={filter.q}>
                <FeedList
                  items={list.items}
                  selectedId={selected?.id ?? null}
                  arrived={feed.arrived}
                  permalinkOf={permalinkOf}
                  isWhole={feed.nextCursor === null && !isFurtherDown}
                  isBusy={pages.older.isLoading || pages.newer.isLoading}
                  lineAt={lineAbove(list.items, seenSeq)}
                  onSelect={select}
                  folding={folding}
                />
              </MarkHits>
            )}
          </KeepScroll>
          {!feed.isStale && <Below team={team} feed={feed} setFilter={setFilter} />}
        </div>
      </main>
      <DetailsPanel team={team} {...details} canPost={canLink} live={comments} onClose={close} focusBack={focusBack} />
    </div>
  );
}

/** What stands under the rows, or in their place when there are none. */
function Below({ team, feed, setFilter }: { team: string; feed: FeedState; setFilter: SetFilter }) {
  const { filter, list, pages, nextCursor, searchedBackTo } = feed;
  const isEmpty = list.items.length === 0;
  return (
    <KeepFocus>
      {isEmpty && <NothingMatches clearHref={`/${team}`} onClear={() => setFilter({})} canGoOn={nextCursor !== null} />}
      {!(isEmpty && nextCursor === null) && (
        <FeedEnd
          href={nextCursor === null ? null : feedHref(team, filter, nextCursor, feed.isFolded)}
          more={pages.older}
          count={list.items.length}
          searchedBackTo={searchedBackTo}
        />
      )}
      <SlowLine isWaiting={pages.older.isLoading} onRetry={pages.older.retry} />
    </KeepFocus>
  );
}
