"use client";
import { useCallback, useId, useState } from "react";
import type { Activity } from "@/activity/activity";
import type { Fold } from "@/activity/fold/fold";
import { FeedItem } from "../feed-item";
import { FoldLine } from "./fold-line";
import { FoldMembers, type Members } from "./fold-members";
import { membersQuery } from "./members-of";

/** The row of similar events: the newest of them, what there is to say of all, and the others once it is opened. */
export function FoldRow(props: {
  fold: Fold;
  newest: Activity;
  hasArrived: boolean;
  /** Address of the feed. */
  feedPath: string;
  members: Members;
}) {
  const { fold, newest, hasArrived, feedPath, members } = props;
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const toggle = useCallback(() => setIsOpen((now) => !now), []);
  return (
    <>
      <FeedItem
        activity={newest}
        permalink={members.permalinkOf(newest)}
        isSelected={newest.id === members.selectedId}
        hasArrived={hasArrived}
        isFold
      >
        <FoldLine
          fold={fold}
          isOpen={isOpen}
          membersId={id}
          href={`${feedPath}?${membersQuery(members.filter, fold, newest)}&fold=off`}
          onToggle={toggle}
        />
      </FeedItem>
      {isOpen && <FoldMembers {...members} id={id} fold={fold} newest={newest} />}
    </>
  );
}
