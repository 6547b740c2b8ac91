"use client";
import { Fragment, type MouseEvent, memo, useCallback, useLayoutEffect, useRef } from "react";
import type { Activity } from "@/activity/activity";
import { placeIn } from "@/activity/merge";
import { useMarks } from "../marks/marks";
import { useHydrated } from "../ui/use-hydrated";
import { FeedItem } from "./feed-item";
import type { Members } from "./fold/fold-members";
import { FoldRow } from "./fold/fold-row";
import { useOpenFolds } from "./fold/use-open-folds";
import { type Folds, NO_FOLDS } from "./list/arrange";
import { sayDay } from "./list/say-time";
import { useRenderedRows } from "./scroll/use-rendered-rows";
import { useNow, useZone } from "./time";

export interface FeedListProps {
  items: readonly Activity[];
  selectedId: string | null;
  /** Seqs that came by the stream: their rows slide in. */
  arrived: ReadonlySet<number>;
  /** The address of an activity by itself. */
  permalinkOf: (activity: Activity) => string;
  /** Whether the list ends with these; default false: more can be loaded. */
  isWhole?: boolean;
  /** Whether more is on its way. */
  isBusy?: boolean;
  /** The row above which "new since your last visit" stands, by its seq. */
  lineAt?: number | null;
  /** Shows the details of an activity; without it rows are only read. */
  onSelect?: (id: string) => void;
  /** Which of the items stand for similar ones, by seq, and what is needed to show those. */
  folding?: {
    folds: Folds;
    feedPath: string;
    members: Members;
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

/** Which rows stay on the page wherever they are: those in sight when others come above them, the focused and the selected with their neighbours. */
function useKept(list: React.RefObject<HTMLElement | null>, items: readonly Activity[], selectedId: string | null) {
  const before = useRef(items);
  useLayoutEffect(() => {
    before.current = items;
  }, [items]);
  return (seen: readonly number[]): number[] => {
    const placeNow = (index: number) => {
      const activity = before.current[index];
      const place = activity === undefined ? -1 : placeIn(items, activity);
      return items[place]?.seq === activity?.seq ? place : -1;
    };
    const focused = document.activeElement?.closest("[data-index]");
    const focus =
      focused && list.current?.contains(focused) ? placeNow(Number(focused.getAttribute("data-index"))) : -1;
    const selected = selectedId === null ? -1 : items.findIndex(({ id }) => id === selectedId);
    const around = [focus, selected].filter((index) => index !== -1).flatMap((index) => [index - 1, index, index + 1]);
    return before.current === items ? around : [...around, ...seen.map(placeNow)];
  };
}

/** The rows, each day's first under its heading. However many there are, only those near the reader are on the page. */
export const FeedList = memo(function FeedList(props: FeedListProps) {
  const { items, selectedId, arrived, permalinkOf, isWhole = false, isBusy, lineAt, onSelect, folding } = props;
  const zone = useZone();
  const now = useNow();
  const list = useRef<HTMLDivElement>(null);
  const isCold = !useHydrated();
  const hasBookmarks = useMarks() !== null;
  const openFolds = useOpenFolds();
  const folds = folding?.folds ?? NO_FOLDS;
  const keyOf = useCallback(
    (index: number) => {
      const seq = items[index]?.seq ?? -1;
      return folds.get(seq)?.key ?? seq;
    },
    [items, folds],
  );
  const keep = useKept(list, items, selectedId);
  const { rendered, measure } = useRenderedRows({ list, count: items.length, keyOf, keep });
  const select = (event: MouseEvent) => {
    const id = onSelect === undefined ? null : rowClicked(event);
    if (id === null) return;
    event.preventDefault();
    onSelect?.(id);
  };
  const dayOf = (activity: Activity | undefined) =>
    activity === undefined ? null : sayDay(Date.parse(activity.timestamp), now, zone);
  const rowAt = (index: number) => {
    const activity = items[index];
    if (activity === undefined) return null;
    const day = dayOf(activity);
    const row = {
      ...{ index, size: isWhole ? items.length : -1, measure },
      day: day === dayOf(items[index - 1]) ? null : day,
      isBelowLine: activity.seq === lineAt,
      permalink: permalinkOf(activity),
      isSelected: activity.id === selectedId,
      hasArrived: arrived.has(activity.seq),
    };
    const fold = folds.get(activity.seq);
    if (folding === undefined || fold === undefined) return <FeedItem {...row} activity={activity} />;
    const open = openFolds.open.get(fold.key);
    return (
      <FoldRow
        {...row}
        feedPath={folding.feedPath}
        members={folding.members}
        fold={fold}
        newest={activity}
        open={open}
        selectedId={open === undefined ? null : selectedId}
        onToggle={openFolds.toggle}
        onReadAgain={openFolds.readAgain}
      />
    );
  };
  if (items.length === 0) return null;
  const rows = rendered?.rows ?? items.map((_, index) => ({ index, gap: 0 }));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link in each row is the keyboard's way to the same
    <div
      ref={list}
      role="feed"
      aria-label="Activities"
      aria-busy={isBusy}
      onClick={select}
      className={isCold ? `feed-cold${hasBookmarks ? " feed-cold-bookmarks" : ""}` : undefined}
    >
      {rows.map(({ index, gap }) => (
        <Fragment key={keyOf(index)}>
          {gap > 0 && <div aria-hidden style={{ height: gap }} />}
          {rowAt(index)}
        </Fragment>
      ))}
      {rendered !== null && <div aria-hidden style={{ height: rendered.after }} />}
    </div>
  );
});
