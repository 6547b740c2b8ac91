"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Activity } from "@/activity/activity";
import { FeedItem } from "../feed/feed-item";
import { activityAt, moveFocus } from "../feed/keys/rows";
import { useShortcut } from "../keyboard/use-shortcut";
import { EmptyList } from "../settings/empty-list";
import { Bookmark } from "../ui/icons";
import { BookmarkKey } from "./bookmark-key";
import { useMarks } from "./marks";

/** Reads the page anew once something is bookmarked that it does not hold: in another tab, on another device, or just before it was opened. */
function useNews(items: readonly Activity[], bookmarked: ReadonlySet<string>, isWhole: boolean): void {
  const router = useRouter();
  const known = useRef(isWhole ? new Set(items.map(({ id }) => id)) : bookmarked);
  useEffect(() => {
    const added = [...bookmarked].filter((id) => !known.current.has(id));
    known.current = bookmarked;
    if (added.some((id) => !items.some((item) => item.id === id))) router.refresh();
  }, [items, bookmarked, router]);
}

/** The rows of what the reader has bookmarked. One whose bookmark is removed goes at once, and is back in its place when that is undone. */
export function BookmarkList(props: { items: readonly Activity[]; isFirst: boolean; hasMore: boolean }) {
  const { items, isFirst, hasMore } = props;
  const router = useRouter();
  const marks = useMarks();
  const bookmarked = marks?.bookmarked ?? new Set<string>();
  useNews(items, bookmarked, isFirst && !hasMore);
  useShortcut("next", () => void moveFocus(1, null));
  useShortcut("previous", () => void moveFocus(-1, null));
  useShortcut("open", () => {
    const id = activityAt(document.activeElement);
    if (id !== null) router.push(`/${marks?.team}/activities/${id}`);
  });
  const shown = items.filter(({ id }) => bookmarked.has(id));
  if (shown.length === 0)
    return isFirst ? <Nothing /> : <p className="px-6 py-8 text-center text-soft">Nothing is left here.</p>;
  return (
    <>
      <BookmarkKey />
      {shown.map((activity) => (
        <FeedItem
          key={activity.seq}
          activity={activity}
          permalink={`/${marks?.team}/activities/${activity.id}`}
          isSelected={false}
          hasArrived={false}
        />
      ))}
    </>
  );
}

function Nothing() {
  return (
    <div className="px-4 py-8 text-center text-soft">
      <EmptyList icon={Bookmark} title="No bookmarks yet">
        Keep what you want to come back to: the bookmark at the end of a row, or <kbd>b</kbd> on the keyboard. Nobody
        else sees it.
      </EmptyList>
    </div>
  );
}
