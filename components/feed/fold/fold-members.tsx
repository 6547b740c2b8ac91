"use client";
import { useEffect } from "react";
import type { Activity } from "@/activity/activity";
import type { Filter } from "@/activity/filter";
import type { Fold } from "@/activity/fold/fold";
import { Button } from "../../ui/button";
import { KeepFocus } from "../../ui/keep-focus";
import { FeedItem } from "../feed-item";
import { sayNumber } from "../list/customs";
import { factsOf } from "../list/facts";
import { RowSkeleton } from "../row-skeleton";
import { useZone } from "../time";
import { SlowLine } from "../trouble/slow-line";
import { usePages } from "../use-pages";
import { MEMBERS_PAGE, MembersFrame } from "./members-frame";
import { isMember, membersQuery } from "./members-of";
import type { OpenFold } from "./use-open-folds";

/** Where the events of folds are read, and what happens with them. */
export interface Members {
  /** Path of the list. */
  path: string;
  filter: Filter;
  permalinkOf: (activity: Activity) => string;
  /** Told what is on the page now, so that it can be selected. */
  onLoad: (items: readonly Activity[]) => void;
}

export interface FoldMembersProps extends Members {
  selectedId: string | null;
  id: string;
  fold: Fold;
  /** The event that stands for the fold: shown above already. */
  newest: Activity;
  open: OpenFold;
  onReadAgain: (fold: Fold) => void;
}

/** A fold's other events, newest first and page by page. */
export function FoldMembers(props: FoldMembersProps) {
  const { id, fold, newest, open, onReadAgain, path, filter, permalinkOf, selectedId, onLoad } = props;
  const query = membersQuery(filter, fold, newest);
  const { generation } = open;
  const { pages, older } = usePages({ path, query, cursor: null, generation }, null, true);
  const { error, retry } = older;
  useEffect(() => onLoad(pages?.flatMap(({ items }) => items) ?? []), [pages, onLoad]);
  const items = pages?.flatMap((page) => page.items.filter((item) => item.seq !== newest.seq && isMember(fold, item)));
  const hasMore = pages !== undefined && pages.at(-1)?.nextCursor !== null;
  const zone = useZone();
  const missed = fold.count - open.count;
  const isWaiting = pages === undefined && error === undefined;
  return (
    <MembersFrame id={id} isBusy={pages === undefined}>
      <KeepFocus>
        {missed > 0 && (
          <Button look="bare" className="ml-2 text-accent" onClick={() => onReadAgain(fold)}>
            {sayNumber(missed, zone)} newer, show
          </Button>
        )}
        {isWaiting && (
          <RowSkeleton
            count={Math.min(fold.count - 1, MEMBERS_PAGE)}
            isPlain={newest.entityReference === null && factsOf(newest).length === 0}
          />
        )}
        <SlowLine isWaiting={isWaiting || older.isLoading} onRetry={retry} />
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
          <Button look="bare" className="ml-2 text-accent" aria-busy={older.isLoading} onClick={older.load}>
            {older.isLoading ? "Loading…" : "Show more"}
          </Button>
        )}
      </KeepFocus>
    </MembersFrame>
  );
}
