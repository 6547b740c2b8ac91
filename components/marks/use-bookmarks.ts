"use client";
import { useMemo, useRef } from "react";
import { callApi } from "../account/call-api";
import { nothing } from "../views/nothing";
import { sendSignal } from "../views/signal";
import { useViews } from "../views/use-views";

/** The ids of what the reader has bookmarked, and how to change it. It gives null when that worked, or a sentence on why it did not. */
export function useBookmarks(team: string): {
  bookmarked: ReadonlySet<string>;
  setBookmark: (id: string, isOn: boolean) => Promise<string | null>;
} {
  const { bookmarks, patch, refresh } = useViews(team);
  // One after the other, as they were asked for; while more wait, the server's answer is not the last word.
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  const setBookmark = async (id: string, isOn: boolean): Promise<string | null> => {
    patch((now) => {
      const others = now.bookmarks.filter((one) => one !== id);
      return { ...now, bookmarks: isOn ? [...others, id] : others };
    });
    waiting.current += 1;
    const call = last.current.then(() =>
      callApi(isOn ? "PUT" : "DELETE", `/api/teams/${team}/bookmarks/${id}`, undefined, nothing),
    );
    last.current = call;
    const { fault } = await call;
    waiting.current -= 1;
    if (waiting.current === 0) refresh();
    if (fault === null) sendSignal(team, "changed");
    return fault?.message ?? null;
  };
  return { bookmarked: useMemo(() => new Set(bookmarks), [bookmarks]), setBookmark };
}
