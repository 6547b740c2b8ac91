"use client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Activity } from "@/activity/activity";
import { useOfferUndo } from "../ui/undo-toasts";
import { useLatest } from "../ui/use-latest";
import type { ShownPin } from "./pins-answer";
import { useBookmarks } from "./use-bookmarks";
import { usePins } from "./use-pins";

/** What is marked of a team's activities, and how to mark them. */
export interface Marks {
  team: string;
  /** The ids of what the reader has bookmarked. */
  bookmarked: ReadonlySet<string>;
  toggleBookmark: (id: string) => void;
  pins: readonly ShownPin[];
  /** Viewers see pins only. */
  canPin: boolean;
  togglePin: (activity: Activity) => void;
  refreshPins: () => void;
}

const MarksContext = createContext<Marks | null>(null);

/** The marks around; null where nobody marks anything, as on pages for people outside the team. */
export function useMarks(): Marks | null {
  return useContext(MarksContext);
}

interface Props {
  team: string;
  canPin: boolean;
  /** As the server read them. */
  initialPins: readonly ShownPin[];
  /** Whether removing a bookmark takes something off the page, so that it must be offered back. */
  offersBack?: boolean;
  children: ReactNode;
}

/** Gives the rows and details of a page the reader's bookmarks and the team's pins, in step over tabs and devices. */
export function MarksProvider({ team, canPin, initialPins, offersBack = false, children }: Props) {
  const { bookmarked, setBookmark } = useBookmarks(team);
  const { pins, refresh, pin, unpin } = usePins(team, initialPins);
  const offerUndo = useOfferUndo();
  const [said, setSaid] = useState("");
  const fail = (why: string) => offerUndo({ said: why, undo: null });
  const bookmark = async (id: string) => {
    const isOn = !bookmarked.has(id);
    const why = await setBookmark(id, isOn);
    if (why !== null) return fail(why);
    const what = isOn ? "Bookmarked." : "Bookmark removed.";
    if (isOn || !offersBack) setSaid(what);
    else offerUndo({ said: what, undo: () => latest.current.setBookmark(id, true) });
  };
  const togglePin = async (activity: Activity) => {
    const isOn = !pins.some((one) => one.activity.id === activity.id);
    const why = await (isOn ? pin(activity) : unpin(activity));
    if (why !== null) return fail(why);
    const undo = () => (isOn ? latest.current.unpin(activity) : latest.current.pin(activity));
    offerUndo({ said: isOn ? "Pinned for the whole team." : "Unpinned for the whole team.", undo });
  };
  const latest = useLatest({ bookmark, togglePin, refresh, setBookmark, pin, unpin });
  const marks = useMemo<Marks>(
    () => ({
      team,
      bookmarked,
      toggleBookmark: (id) => void latest.current.bookmark(id),
      pins,
      canPin,
      togglePin: (activity) => void latest.current.togglePin(activity),
      refreshPins: () => latest.current.refresh(),
    }),
    [team, bookmarked, pins, canPin, latest],
  );
  return (
    <MarksContext value={marks}>
      {children}
      <p role="status" className="sr-only">
        {said}
      </p>
    </MarksContext>
  );
}
