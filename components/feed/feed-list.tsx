"use client";
import { Fragment, type MouseEvent } from "react";
import type { Activity } from "@/activity/activity";
import type { Fold } from "@/activity/fold/fold";
import { NewLine } from "../views/new-line";
import { FeedItem } from "./feed-item";
import type { Members } from "./fold/fold-members";
import { FoldRow } from "./fold/fold-row";
import { NO_FOLDS } from "./list/arrange";
import { sayDay } from "./list/say-time";
import { useNow, useZone } from "./time";

export interface FeedListProps {
  items: readonly Activity[];
  selectedId: string | null;
  /** Seqs that came by the stream: their rows slide in. */
  arrived: ReadonlySet<number>;
  /** The address of an activity by itself. */
  permalinkOf: (activity: Activity) => string;
  /** The row above which "new since your last visit" stands, by its seq. */
  lineAt?: number | null;
  /** Shows the details of an activity; without it rows are only read. */
  onSelect?: (id: string) => void;
  /** Which of the items stand for similar ones, by seq, and what is needed to show those. */
  folding?: {
    folds: ReadonlyMap<number, Fold>;
    feedPath: string;
    members: Pick<Members, "path" | "filter" | "onLoad">;
  };
}

/** The click that means "show the details here": a plain one on the row or its own link, and not the end of selecting text. */
function rowClicked(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  if (!(event.target instanceof Element)) return null;
  const link = event.target.closest("a, button");
  if (link !== null && !link.hasAttribute("data-permalink")) return null;
  if (link === null && getSelection()?.isCollapsed === false) return null;
  return event.target.closest("[data-activity]")?.getAttribute("data-activity") ?? null;
}

/** The rows under their day headings. */
export function FeedList({ items, selectedId, arrived, permalinkOf, lineAt, onSelect, folding }: FeedListProps) {
  const zone = useZone();
  const now = useNow();
  const select = (event: MouseEvent) => {
    const id = onSelect === undefined ? null : rowClicked(event);
    if (id === null) return;
    event.preventDefault();
    onSelect?.(id);
  };
  const rowOf = (activity: Activity) => {
    const hasArrived = arrived.has(activity.seq);
    const fold = folding?.folds.get(activity.seq);
    if (folding === undefined || fold === undefined) {
      const [permalink, isSelected] = [permalinkOf(activity), activity.id === selectedId];
      return <FeedItem activity={activity} permalink={permalink} isSelected={isSelected} hasArrived={hasArrived} />;
    }
    const members = { ...folding.members, permalinkOf, selectedId };
    return (
      <FoldRow fold={fold} newest={activity} hasArrived={hasArrived} feedPath={folding.feedPath} members={members} />
    );
  };
  const folds = folding?.folds ?? NO_FOLDS;
  let day = "";
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the link in each row is the keyboard's way to the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div onClick={select}>
      {items.map((activity) => {
        const heading = sayDay(Date.parse(activity.timestamp), now, zone);
        const isNewDay = heading !== day;
        day = heading;
        return (
          <Fragment key={folds.get(activity.seq)?.key ?? activity.seq}>
            {activity.seq === lineAt && <NewLine />}
            {isNewDay && (
              <h2 className="px-3.5 pt-[22px] pb-1.5 font-semibold text-faint text-xs sm:px-[26px]">{heading}</h2>
            )}
            {rowOf(activity)}
          </Fragment>
        );
      })}
    </div>
  );
}
