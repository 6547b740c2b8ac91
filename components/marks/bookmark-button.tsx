"use client";
import { useHydrated } from "../ui/use-hydrated";
import { useMarks } from "./marks";

/**
 * A row's own bookmark: seen where the pointer or the focus is, on touch screens, and where it is set. `describedBy` names the row.
 * Where it would neither be seen nor work, before the page is taken over, the stylesheet keeps its room.
 */
export function BookmarkButton({ id, describedBy }: { id: string; describedBy: string }) {
  const marks = useMarks();
  const isCold = !useHydrated();
  if (marks === null) return null;
  const isOn = marks.bookmarked.has(id);
  if (isCold && !isOn) return null;
  return (
    <button
      type="button"
      aria-label="Bookmark"
      aria-describedby={describedBy}
      aria-pressed={isOn}
      title={isOn ? "Remove the bookmark (b)" : "Bookmark (b)"}
      onClick={() => marks.toggleBookmark(id)}
      className="feed-bookmark needs-script"
    />
  );
}
