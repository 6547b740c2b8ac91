"use client";
import { useMemo } from "react";
import type { Activity } from "@/activity/activity";
import type { Filter } from "@/activity/filter";
import { SaveView } from "../views/save-view";
import { ConnectionBadge } from "./connection-badge";
import { ExportView } from "./export/export-view";
import { feedHref } from "./filters/change-filter";
import { FilterBar } from "./filters/filter-bar";
import type { SetFilter } from "./filters/use-filter";
import { FoldToggle } from "./fold/fold-toggle";
import { GoToDate } from "./go-to-date";
import { NewPill } from "./new-pill";
import { ReadOnly } from "./notices";
import { PostButton } from "./posts/post-button";
import { ShareView } from "./share/share-view";
import { TroubleCard } from "./trouble/trouble-card";
import type { FeedState } from "./use-feed";

export interface FeedHeadProps {
  team: string;
  /** The reader's user id. */
  me: string;
  /** Whether the reader may post, and make links for people outside the team. */
  canLink: boolean;
  feed: FeedState;
  /** The filter of the address, as query parameters. */
  query: string;
  setFilter: SetFilter;
  /** The list is on its way. */
  isWaiting: boolean;
  /** Opens the list at an instant, milliseconds; null: at the newest activity. */
  goTo: (instant: number | null) => void;
  showNewest: () => void;
}

/** The names of those whom the filter names, as far as the list knows them. */
function namesOf(items: readonly Activity[], { actor }: Filter): ReadonlyMap<string, string> {
  const names = [...(actor?.any ?? []), ...(actor?.not ?? [])].flatMap((id) => {
    const known = items.find(({ actorId }) => actorId === id);
    return known === undefined ? [] : [[id, known.actorName] as const];
  });
  return new Map(names);
}

/** What stands above the rows whatever is scrolled: how the connection is, what can be done, the filters, and what hangs from them. */
export function FeedHead({ team, me, canLink, feed, query, setFilter, isWaiting, goTo, showNewest }: FeedHeadProps) {
  const { filter, list, pages, prevCursor, isFolded } = feed;
  const names = useMemo(() => namesOf(list.items, filter), [list.items, filter]);
  return (
    <header className="feed-head sticky top-0 z-20 border-line border-b bg-bg px-3.5 pt-3 pb-2.5 sm:px-6">
      <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1.5">
        <h1 className="font-[650] text-base">Feed</h1>
        <ConnectionBadge {...feed.live} />
        {!canLink && <ReadOnly />}
        <div className="ml-auto flex gap-1.5 sm:gap-2">
          <GoToDate goTo={goTo} />
          <FoldToggle
            isFolded={isFolded}
            href={feedHref(team, filter, undefined, !isFolded)}
            onToggle={() => feed.setFolded(!isFolded)}
          />
          {canLink && <PostButton team={team} me={me} />}
          {/* On a phone it stands beside the filters. */}
          <span className="empty:hidden max-sm:hidden">
            <SaveView query={feed.view} />
          </span>
          <ExportView team={team} query={query} />
          <ShareView team={team} query={query} canLink={canLink} />
        </div>
      </div>
      <FilterBar team={team} filter={filter} view={feed.view} setFilter={setFilter} names={names} />
      <div className="feed-hanging absolute inset-x-0 top-full">
        <TroubleCard live={feed.live} isFollowed canPost={canLink} isWaiting={isWaiting} onRetry={pages.older.retry} />
        <div className="relative">
          <NewPill count={list.held} isBelow={prevCursor !== null} onShow={showNewest} />
        </div>
      </div>
    </header>
  );
}
