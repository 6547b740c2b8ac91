"use client";
import { useEffect, useState } from "react";
import type { Activity } from "@/activity/activity";
import type { Filter } from "@/activity/filter";
import type { Fold } from "@/activity/fold/fold";
import { Button } from "../../ui/button";
import { KeepFocus } from "../../ui/keep-focus";
import { FeedItem } from "../feed-item";
import { factsOf } from "../list/facts";
import { RowSkeleton } from "../row-skeleton";
import { SlowLine } from "../trouble/slow-line";
import { nextGeneration, usePages } from "../use-pages";
import { isMember, membersQuery } from "./members-of";
import { sayNumber } from "./say-fold";

/** Where the events of folds are read, and what happens with them. */
export interface Members {
  /** Path of the list. */
  path: string;
  filter: Filter;
  permalinkOf: (activity: Activity) => string;
  selectedId: string | null;
  /** Told what is on the page now, so that it can be selected. */
  onLoad: (items: readonly Activity[]) => void;
}

const PAGE = 50;

export interface FoldMembersProps extends Members {
  id: string;
  fold: Fold;
  /** The event that stands for the fold: shown above already. */
  newest: Activity;
}

/** A fold's other events, newest first and page by page. */
export function FoldMembers({ id, fold, newest, path, filter, permalinkOf, selectedId, onLoad }: FoldMembersProps) {
  const [read, setRead] = useState(() => ({ count: fold.count, generation: nextGeneration() }));
  const query = `${membersQuery(filter, fold, newest)}&limit=${PAGE}`;
  const { pages, error, isLoadingMore, loadMore, retry } = usePages(
    { path, query, cursor: null, generation: read.generation },
    null,
  );
  useEffect(() => onLoad(pages?.flatMap(({ items }) => items) ?? []), [pages, onLoad]);
  const items = pages?.flatMap((page) => page.items.filter((item) => item.seq !== newest.seq && isMember(fold, item)));
  const hasMore = pages !== undefined && pages.at(-1)?.nextCursor !== null;
  const isWaiting = pages === undefined && error === undefined;
  const missed = fold.count - read.count;
  const readAgain = () => setRead({ count: fold.count, generation: nextGeneration() });
  return (
    <section
      id={id}
      aria-label="All of these events"
      aria-busy={pages === undefined}
      className="ml-7 border-line border-l sm:ml-10"
    >
      <KeepFocus>
        {missed > 0 && (
          <Button look="bare" className="ml-2 text-accent" onClick={readAgain}>
            {sayNumber(missed)} newer, show
          </Button>
        )}
        {isWaiting && (
          <RowSkeleton
            count={Math.min(fold.count - 1, PAGE)}
            isPlain={newest.entityReference === null && factsOf(newest).length === 0}
          />
        )}
        <SlowLine isWaiting={isWaiting || isLoadingMore} onRetry={retry} />
        {items?.map((activity) => (
          <FeedItem
            key={activity.seq}
            activity={activity}
            permalink={permalinkOf(activity)}
            isSelected={activity.id === selectedId}
            hasArrived={false}
          />
        ))}
        {error !== undefined && (
          <p role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-2 px-6 py-3 text-[13px] text-faint">
            These events could not be loaded. {error.message}
            <Button onClick={retry}>Try again</Button>
          </p>
        )}
        {hasMore && error === undefined && (
          <Button look="bare" className="ml-2 text-accent" aria-busy={isLoadingMore} onClick={loadMore}>
            {isLoadingMore ? "Loading…" : "Show more"}
          </Button>
        )}
      </KeepFocus>
    </section>
  );
}
