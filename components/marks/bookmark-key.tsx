"use client";
import { activityAt } from "../feed/keys/rows";
import { useShortcut } from "../keyboard/use-shortcut";
import { useMarks } from "./marks";

/** The shortcut that bookmarks the row with the focus, else the activity whose details are shown. */
export function BookmarkKey({ selectedId = null }: { selectedId?: string | null }) {
  const marks = useMarks();
  useShortcut("bookmark", () => {
    const id = activityAt(document.activeElement) ?? selectedId;
    if (id !== null) marks?.toggleBookmark(id);
  });
  return null;
}
