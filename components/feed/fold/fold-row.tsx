"use client";
import { type ReactNode, useCallback, useId } from "react";
import type { Activity } from "@/activity/activity";
import type { Fold } from "@/activity/fold/fold";
import { later } from "../../ui/later";
import { FeedItem, type RowPlace } from "../feed-item";
import { RowSkeleton } from "../row-skeleton";
import { FoldLine } from "./fold-line";
import type { Members } from "./fold-members";
import { MEMBERS_PAGE, MembersFrame } from "./members-frame";
import { membersQuery } from "./members-of";
import type { OpenFold, OpenFolds } from "./use-open-folds";

const FoldMembers = later(() => import("./fold-members").then((module) => module.FoldMembers), {
  waiting: ({ id, fold }) => (
    <MembersFrame id={id} isBusy>
      <RowSkeleton count={Math.min(fold.count - 1, MEMBERS_PAGE)} />
    </MembersFrame>
  ),
});

/** The row of similar events: the newest of them, what there is to say of all, and the others once it is opened. */
export function FoldRow(props: {
  fold: Fold;
  newest: Activity;
  hasArrived: boolean;
  /** Address of the feed. */
  feedPath: string;
  members: Members;
  /** What is read of it; absent while it is closed. */
  open: OpenFold | undefined;
  openFolds: OpenFolds;
  place?: RowPlace;
  above?: ReactNode;
}) {
  const { fold, newest, hasArrived, feedPath, members, open, openFolds, place, above } = props;
  const id = useId();
  const toggle = useCallback(() => openFolds.toggle(fold), [openFolds, fold]);
  return (
    <FeedItem
      activity={newest}
      permalink={members.permalinkOf(newest)}
      isSelected={newest.id === members.selectedId}
      hasArrived={hasArrived}
      isFold
      place={place}
      above={above}
      below={
        open && (
          <FoldMembers {...members} id={id} fold={fold} newest={newest} open={open} onReadAgain={openFolds.readAgain} />
        )
      }
    >
      <FoldLine
        fold={fold}
        isOpen={open !== undefined}
        membersId={id}
        href={`${feedPath}?${membersQuery(members.filter, fold, newest)}&fold=off`}
        onPrepare={FoldMembers.prepare}
        onToggle={toggle}
      />
    </FeedItem>
  );
}
