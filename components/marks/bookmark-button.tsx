"use client";
import { Bookmark } from "../ui/icons";
import { useMarks } from "./marks";

/** A row's own bookmark: seen where the pointer or the focus is, on touch screens, and where it is set. `describedBy` names the row. */
export function BookmarkButton({ id, describedBy }: { id: string; describedBy: string }) {
  const marks = useMarks();
  if (marks === null) return null;
  const isOn = marks.bookmarked.has(id);
  return (
    <button
      type="button"
      aria-label="Bookmark"
      aria-describedby={describedBy}
      aria-pressed={isOn}
      title={isOn ? "Remove the bookmark (b)" : "Bookmark (b)"}
      onClick={() => marks.toggleBookmark(id)}
      className={`needs-script -my-1 grid size-6 shrink-0 max-sm:-mr-1.5 pointer-coarse:-my-2 pointer-coarse:size-8 pointer-coarse:max-sm:-mr-2.5 place-items-center rounded-md hover:bg-line focus-visible:opacity-100 group-focus-within/row:opacity-100 group-hover/row:opacity-100 pointer-coarse:opacity-100 ${isOn ? "text-accent" : "text-faint opacity-0 hover:text-ink"}`}
    >
      <Bookmark className={`size-3.5 ${isOn ? "fill-current" : ""}`} />
    </button>
  );
}
