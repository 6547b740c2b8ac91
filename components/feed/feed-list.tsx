"use client";
import { Fragment, type MouseEvent } from "react";
import type { Activity } from "@/activity/activity";
import { FeedItem } from "./feed-item";
import { sayDay } from "./list/say-time";
import { useNow, useZone } from "./time";

export interface FeedListProps {
  items: readonly Activity[];
  selectedId: string | null;
  /** Seqs that came by the stream: their rows slide in. */
  arrived: ReadonlySet<number>;
  /** The address of an activity by itself. */
  permalinkOf: (activity: Activity) => string;
  /** Shows the details of an activity; without it rows are only read. */
  onSelect?: (id: string) => void;
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
export function FeedList({ items, selectedId, arrived, permalinkOf, onSelect }: FeedListProps) {
  const zone = useZone();
  const now = useNow();
  const select = (event: MouseEvent) => {
    const id = onSelect === undefined ? null : rowClicked(event);
    if (id === null) return;
    event.preventDefault();
    onSelect?.(id);
  };
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
          <Fragment key={activity.seq}>
            {isNewDay && (
              <h2 className="px-3.5 pt-[22px] pb-1.5 font-semibold text-faint text-xs sm:px-[26px]">{heading}</h2>
            )}
            <FeedItem
              activity={activity}
              permalink={permalinkOf(activity)}
              isSelected={activity.id === selectedId}
              hasArrived={arrived.has(activity.seq)}
            />
          </Fragment>
        );
      })}
    </div>
  );
}
