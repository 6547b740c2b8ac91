"use client";
import type { Activity } from "@/activity/activity";
import { Bdi } from "../ui/bdi";
import { Button } from "../ui/button";
import { Bookmark, Pin } from "../ui/icons";
import { useMarks } from "./marks";

/** The buttons that mark an activity in its details. What the feed shows no longer is not marked. */
export function MarkButtons({ activity }: { activity: Activity }) {
  const marks = useMarks();
  if (marks === null || activity.hiddenSeq !== undefined) return null;
  const isKept = marks.bookmarked.has(activity.id);
  const pin = marks.pins.find((one) => one.activity.id === activity.id);
  return (
    <>
      <Button
        className="needs-script"
        aria-pressed={isKept}
        aria-keyshortcuts="b"
        onClick={() => marks.toggleBookmark(activity.id)}
      >
        <Bookmark className={`size-3.5 ${isKept ? "fill-current text-accent" : ""}`} />
        {isKept ? "Bookmarked" : "Bookmark"}
      </Button>
      {marks.canPin && (
        <Button className="needs-script" onClick={() => marks.togglePin(activity)}>
          <Pin className={`size-3.5 ${pin === undefined ? "" : "fill-current text-accent"}`} />
          {pin === undefined ? "Pin for the team" : "Unpin"}
        </Button>
      )}
      {pin?.pinnedBy != null && (
        <span className="self-center text-faint text-xs">
          Pinned by <Bdi>{pin.pinnedBy.name}</Bdi>
        </span>
      )}
    </>
  );
}
