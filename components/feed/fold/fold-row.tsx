"use client";
import { memo, useCallback, useId } from "react";
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
export const FoldRow = memo(function FoldRow(
  props: RowPlace & {
    fold: Fold;
    newest: Activity;
    permalink: string;
    isSelected: boolean;
    hasArrived: boolean;
    /** Address of the feed. */
    feedPath: string;
    members: Members;
    /** The selected activity, while the fold is open. */
    selectedId: string | null;
    /** What is read of it; absent while it is closed. */
    open: OpenFold | undefined;
    onToggle: OpenFolds["toggle"];
    onReadAgain: OpenFolds["readAgain"];
  },
) {
  const { fold, newest, feedPath, members, selectedId, open, onToggle, onReadAgain, ...row } = props;
  const id = useId();
  const toggle = useCallback(() => onToggle(fold), [onToggle, fold]);
  return (
    <FeedItem
      {...row}
      activity={newest}
      isFold
      below={open && <FoldMembers {...members} {...{ selectedId, id, fold, newest, open, onReadAgain }} />}
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
});
