// Last step of both paths: the server's page, continued in the browser by older pages and by the stream.
"use client";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import type { Activity, ActivityPage } from "@/activity/activity";
import { TEAM_SOURCE } from "@/activity/event-types/team-source";
import { isEmptyFilter, serializeFilter } from "@/activity/filter";
import { lineAbove } from "../views/line-above";
import { SaveView } from "../views/save-view";
import { useReadMarks } from "../views/use-read-marks";
import { ConnectionBadge } from "./connection-badge";
import { DetailsPanel } from "./details/details-panel";
import { useNeighbours } from "./details/use-neighbours";
import { ExportView } from "./export/export-view";
import { FeedEnd } from "./feed-end";
import { FeedList } from "./feed-list";
import { feedHref } from "./filters/change-filter";
import { plainClick } from "./filters/chip-popover";
import { FilterBar } from "./filters/filter-bar";
import type { SetFilter } from "./filters/use-filter";
import { FoldToggle } from "./fold/fold-toggle";
import { MarkHits } from "./highlight/hits";
import { KeepScroll } from "./keep-scroll";
import { useFeedKeys } from "./keys/use-feed-keys";
import { NewPill } from "./new-pill";
import { CannotLoad, NothingMatches } from "./notices";
import { feedPlace } from "./posts/pending";
import { PostButton } from "./posts/post-button";
import { UnsentPosts } from "./posts/unsent-posts";
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
export function Feed({ team, canLink, me, initialPage, query, cursor, isFolded, now, isNew, empty }: FeedProps) {
  const initial = { page: initialPage, query, cursor, isFolded };
  return (
    <NuqsAdapter>
      <TimeProvider now={now}>
        <FeedRoot
          key={team.slug}
          team={team.slug}
          canLink={canLink}
          me={me}
          initial={initial}
          empty={isNew ? empty : null}
        />
      </TimeProvider>
    </NuqsAdapter>
  );
}

function FeedRoot({
  team,
  canLink,
  me,
  initial,
  empty,
}: Pick<FeedProps, "canLink" | "me" | "empty"> & { team: string; initial: InitialPage }) {
  const feed = useFeed(team, initial);
  const { filter, list, pages, isOlderPage, isFolded } = feed;
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
  const showNewest = () => window.scrollTo({ top: 0, behavior: "instant" });
  const neighbours = useNeighbours(feed, selected, setSelected);
  useFeedKeys({ selectedId: selected?.id ?? null, select, step: neighbours.step, showNewest });
  const names = useMemo(() => new Map(list.items.map((item) => [item.actorId, item.actorName])), [list.items]);
  const setFilter: SetFilter = (next, history) => {
    showNewest();
    feed.setFilter(next, history);
  };
  const hasNothingYet =
    empty !== null &&
    list.items.every(({ source }) => source === TEAM_SOURCE) &&
    !feed.isStale &&
    isEmptyFilter(filter) &&
    !isOlderPage;
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
        <header className="sticky top-0 z-20 border-line border-b bg-bg/92 px-3.5 pt-3 pb-2.5 backdrop-blur-sm sm:px-6">
          <div className="flex min-h-7 items-center gap-2">
            <h1 className="font-[650] text-base">Feed</h1>
            {!isOlderPage && <ConnectionBadge {...feed.live} />}
            <div className="ml-auto flex gap-2">
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
          <NewPill count={list.held} onShow={showNewest} />
        </header>
        {isOlderPage && (
          <p className="px-6 pt-4 text-center text-[13px] text-soft">
            This is an older page.{" "}
            <a
              href={feedHref(team, filter, undefined, isFolded)}
              onClick={plainClick(() => setFilter(filter))}
              className="text-accent underline underline-offset-2"
            >
              Go to the newest activity
            </a>
          </p>
        )}
        <UnsentPosts team={team} place={feedPlace(team)} items={list.items} />
        <div
          aria-busy={feed.isStale}
          className={`transition-opacity duration-150 ${feed.isStale && pages.error === undefined ? "opacity-50" : ""}`}
        >
          <KeepScroll version={list} isAtTop={feed.isAtTop}>
            {feed.isStale && pages.error !== undefined ? (
              <CannotLoad error={pages.error} onRetry={pages.retry} />
            ) : (
              <MarkHits q={filter.q}>
                <FeedList
                  items={list.items}
                  selectedId={selected?.id ?? null}
                  arrived={feed.arrived}
                  permalinkOf={({ id }) => `/${team}/activities/${id}`}
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
          olderHref={nextCursor === null ? null : feedHref(team, filter, nextCursor, feed.isFolded)}
          searchedBackTo={searchedBackTo}
          isLoading={pages.isLoadingMore}
          error={pages.error}
          onMore={pages.loadMore}
          onRetry={pages.retry}
        />
      )}
    </>
  );
}
