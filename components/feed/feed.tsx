// Last step of both paths: the server's page, continued in the browser by older pages and by the stream.
"use client";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import type { Activity, ActivityPage } from "@/activity/activity";
import { TEAM_SOURCE } from "@/activity/event-types/team";
import { type Filter, isEmptyFilter, serializeFilter } from "@/activity/filter";
import { BookmarkKey } from "../marks/bookmark-key";
import { MarksProvider, useMarks } from "../marks/marks";
import { PinStrip } from "../marks/pin-strip";
import type { ShownPin } from "../marks/pins-answer";
import { lineAbove } from "../views/line-above";
import { SaveView } from "../views/save-view";
import { useReadMarks } from "../views/use-read-marks";
import { ConnectionBadge } from "./connection-badge";
import { DetailsPanel } from "./details/details-panel";
import { useNeighbours } from "./details/use-neighbours";
import { ExportView } from "./export/export-view";
import { FeedEnd, FeedStart } from "./feed-end";
import { FeedList } from "./feed-list";
import { feedHref } from "./filters/change-filter";
import { FilterBar } from "./filters/filter-bar";
import type { SetFilter } from "./filters/use-filter";
import { FoldToggle } from "./fold/fold-toggle";
import { GoToDate } from "./go-to-date";
import { MarkHits } from "./highlight/hits";
import { useFeedKeys } from "./keys/use-feed-keys";
import { NewPill } from "./new-pill";
import { CannotLoad, NothingMatches } from "./notices";
import { TellArrivals } from "./notify/tell-arrivals";
import { feedPlace } from "./posts/pending";
import { PostButton } from "./posts/post-button";
import { UnsentPosts } from "./posts/unsent-posts";
import { KeepScroll } from "./scroll/keep-scroll";
import { usePlace } from "./scroll/use-place";
import { ShareView } from "./share/share-view";
import { TimeProvider } from "./time";
import { type FeedState, useFeed } from "./use-feed";
import type { InitialPage } from "./use-listing";

export interface FeedProps {
  team: { slug: string; name: string };
  /** Whether the reader may post, and make links for people outside the team: all but viewers. */
  canLink: boolean;
  /** The reader's user id. */
  me: string;
  /** The page of the list that the server read for `query` and `cursor`. */
  initialPage: ActivityPage;
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
  /** True while nothing has ever happened, besides changes of the team itself. */
  isNew: boolean;
  /** Shown instead of such a feed. */
  empty: ReactNode;
}

/** The live feed of a team. */
export function Feed({ team, canLink, me, initialPage, pins, query, cursor, isFolded, now, isNew, empty }: FeedProps) {
  const initial = { page: initialPage, query, cursor, isFolded };
  return (
    <NuqsAdapter>
      <TimeProvider now={now}>
        <MarksProvider key={team.slug} team={team.slug} canPin={canLink} initialPins={pins}>
          <FeedRoot
            team={team.slug}
            name={team.name}
            canLink={canLink}
            me={me}
            initial={initial}
            empty={isNew ? empty : null}
          />
        </MarksProvider>
      </TimeProvider>
    </NuqsAdapter>
  );
}

/** The names of those whom the filter names, as far as the list knows them. */
function namesOf(items: readonly Activity[], { actor }: Filter): ReadonlyMap<string, string> {
  const names = [...(actor?.any ?? []), ...(actor?.not ?? [])].flatMap((id) => {
    const known = items.find(({ actorId }) => actorId === id);
    return known === undefined ? [] : [[id, known.actorName] as const];
  });
  return new Map(names);
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
  const seenSeq = useReadMarks({ team, query, head: feed.head, isAtTop: feed.isAtTop });
  const [selected, setSelected] = useState<Activity | null>(null);
  const members = useRef(new Map<string, Activity>());
  const onLoad = useCallback((items: readonly Activity[]) => {
    for (const item of items) members.current.set(item.id, item);
  }, []);
  const select = (id: string) =>
    setSelected(list.items.find((item) => item.id === id) ?? members.current.get(id) ?? null);
  const close = useCallback(() => setSelected(null), []);
  const toTop = () => window.scrollTo({ top: 0, behavior: "instant" });
  const showNewest = () => {
    toTop();
    if (isFurtherDown) feed.goTo(null);
  };
  const leave = usePlace(feed.back, { ...feed, items: list.items, selected, select: setSelected });
  const neighbours = useNeighbours(feed, selected, setSelected);
  useFeedKeys({ selectedId: selected?.id ?? null, select, step: neighbours.step, showNewest });
  const names = useMemo(() => namesOf(list.items, filter), [list.items, filter]);
  const pins = useMarks()?.pins;
  // Pins stand above the rows: both may move what is being read.
  const shown = useMemo(() => ({ items: list.items, pins }), [list.items, pins]);
  const setFilter: SetFilter = (next, history) => {
    leave();
    toTop();
    feed.setFilter(next, history);
  };
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
        <header className="feed-head sticky top-0 z-20 border-line border-b bg-bg/92 px-3.5 pt-3 pb-2.5 backdrop-blur-sm sm:px-6">
          <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1.5">
            <h1 className="font-[650] text-base">Feed</h1>
            <ConnectionBadge {...feed.live} />
            <div className="ml-auto flex gap-1.5 sm:gap-2">
              <GoToDate
                goTo={(instant) => {
                  leave();
                  toTop();
                  feed.goTo(instant);
                }}
              />
              <FoldToggle
                isFolded={isFolded}
                href={feedHref(team, filter, undefined, !isFolded)}
                onToggle={() => feed.setFolded(!isFolded)}
              />
              {canLink && <PostButton team={team} me={me} />}
              {/* On a phone it stands beside the filters. */}
              <span className="max-sm:hidden">
                <SaveView query={query} />
              </span>
              <ExportView team={team} query={query} />
              <ShareView team={team} query={query} canLink={canLink} />
            </div>
          </div>
          <FilterBar team={team} filter={filter} setFilter={setFilter} names={names} />
          <NewPill count={list.held} isBelow={isFurtherDown} onShow={showNewest} />
        </header>
        <BookmarkKey selectedId={selected?.id ?? null} />
        {isEmptyFilter(filter) && !isFurtherDown && <PinStrip items={list.items} onSelect={setSelected} />}
        <UnsentPosts team={team} place={feedPlace(team)} items={list.items} />
        <div
          aria-busy={feed.isStale}
          className={`transition-opacity duration-150 ${feed.isStale && pages.error === undefined ? "opacity-50" : ""}`}
        >
          {!feed.isStale && (
            <FeedStart
              href={isFurtherDown ? feedHref(team, filter, prevCursor, isFolded) : null}
              more={pages.newer}
              count={list.items.length}
            />
          )}
          <KeepScroll version={shown} isAtTop={feed.isAtTop}>
            {feed.isStale && pages.error !== undefined ? (
              <CannotLoad error={pages.error} onRetry={pages.retry} />
            ) : (
              <MarkHits q={filter.q}>
                <FeedList
                  items={list.items}
                  selectedId={selected?.id ?? null}
                  arrived={feed.arrived}
                  permalinkOf={({ id }) => `/${team}/activities/${id}`}
                  isWhole={feed.nextCursor === null && !isFurtherDown}
                  isBusy={pages.older.isLoading || pages.newer.isLoading}
                  lineAt={lineAbove(list.items, seenSeq)}
                  onSelect={select}
                  folding={{
                    folds: list.folds,
                    feedPath: `/${team}`,
                    members: { path: `/api/teams/${team}/activities`, filter: feed.shown, onLoad },
                  }}
                />
              </MarkHits>
            )}
          </KeepScroll>
          {!feed.isStale && <Below team={team} feed={feed} setFilter={setFilter} />}
        </div>
      </main>
      <DetailsPanel
        team={team}
        activity={selected}
        neighbours={neighbours}
        canPost={canLink}
        live={list.items}
        onClose={close}
      />
    </div>
  );
}

/** What stands under the rows, or in their place when there are none. */
function Below({ team, feed, setFilter }: { team: string; feed: FeedState; setFilter: SetFilter }) {
  const { filter, list, pages, nextCursor, searchedBackTo } = feed;
  const isEmpty = list.items.length === 0;
  return (
    <>
      {isEmpty && <NothingMatches clearHref={`/${team}`} onClear={() => setFilter({})} canGoOn={nextCursor !== null} />}
      {!(isEmpty && nextCursor === null) && (
        <FeedEnd
          href={nextCursor === null ? null : feedHref(team, filter, nextCursor, feed.isFolded)}
          more={pages.older}
          count={list.items.length}
          searchedBackTo={searchedBackTo}
        />
      )}
    </>
  );
}
