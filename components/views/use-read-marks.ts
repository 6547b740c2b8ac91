"use client";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { callApi } from "../account/call-api";
import { useLatest } from "../ui/use-latest";
import { activeView, filterOf } from "./active-view";
import { ALL_READ } from "./all-read";
import { nothing } from "./nothing";
import { sendSignal, useSignal } from "./signal";
import { useViews } from "./use-views";
import type { ViewsAnswer } from "./views-answer";

/** Nobody has read a page the moment it opens. */
const FIRST_MS = 1_500;
/** While events arrive, the mark follows them this often, and what is unread elsewhere is asked for. */
const TICK_MS = 5_000;
/** Whoever looks away for longer comes back to a new visit. */
const AWAY_MS = 60_000;

function subscribe(onChange: () => void): () => void {
  document.addEventListener("visibilitychange", onChange);
  return () => document.removeEventListener("visibilitychange", onChange);
}

const isShown = () => document.visibilityState === "visible";

/** What is shown of which list, as far as it is read. */
interface Shown {
  team: string;
  /** What is shown, as a view has it. */
  query: string;
  /** The newest seq that the list holds everything up to; 0 while it is on its way, and on an older page. */
  head: number;
  isAtTop: boolean;
}

function withMark(now: ViewsAnswer, place: string, seq: number): ViewsAnswer {
  if (place === "feed") return { ...now, seenSeq: Math.max(now.seenSeq ?? 0, seq) };
  const read = { readSeq: seq, unread: ALL_READ };
  return { ...now, items: now.items.map((view) => (view.id === place ? { ...view, ...read } : view)) };
}

/** Which mark the list moves, `feed` or a view's id, and where it stands. Null: other filters move none. */
function useMark(team: string, query: string) {
  const { views, seenSeq, patch, refresh } = useViews(team);
  // Asked at every arrival, and each view's filter would be read.
  const view = useMemo(() => (query === "" ? null : activeView(views, query)), [views, query]);
  const isAll = view === null && filterOf(query) === "";
  return {
    place: isAll ? "feed" : (view?.id ?? null),
    seq: isAll ? seenSeq : (view?.readSeq ?? null),
    view,
    patch,
    refresh,
  };
}

/** Where the line stands: the mark as it was when this visit of this list began. */
function useVisit(team: string, place: string | null, seq: number | null) {
  const [visit, setVisit] = useState({ place, seq });
  if (visit.place !== place) setVisit({ place, seq });
  const shown = useSyncExternalStore(subscribe, isShown, () => true);
  const latest = useLatest({ place, seq });
  const leftAt = useRef(0);
  useEffect(() => {
    if (!shown) leftAt.current = Date.now();
    else if (leftAt.current > 0 && Date.now() - leftAt.current >= AWAY_MS) setVisit(latest.current);
  }, [shown, latest]);
  useSignal(team, (signal) => {
    if (signal === "all read") setVisit({ place, seq: null });
  });
  return visit.place === place ? visit.seq : seq;
}

/**
 * Moves the reader's mark of the list along with what they see of it, at the top of a visible page, and keeps what is unread in other
 * views fresh. Gives up to where everything was seen before this visit; null when nothing is known of that.
 */
export function useReadMarks({ team, query, head, isAtTop }: Shown): number | null {
  const mark = useMark(team, query);
  const line = useVisit(team, mark.place, mark.seq);
  const tick = async (): Promise<void> => {
    const { place, seq, view, patch, refresh } = mark;
    if (head === 0 || !isShown()) return;
    if (place !== null && isAtTop && head > (seq ?? -1)) {
      patch((now) => withMark(now, place, head));
      const body = place === "feed" ? { seq: head } : { seq: head, view: place };
      await callApi("PUT", `/api/teams/${team}/read-marks`, body, nothing);
      if ((view?.unread.count ?? 0) > 0) sendSignal(team, "changed");
    }
    if (refreshedAt.current !== head) refresh();
    refreshedAt.current = head;
  };
  const refreshedAt = useRef(head);
  const latest = useLatest(tick);
  const { place } = mark;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is read from its own beginning
  useEffect(() => {
    const run = () => void latest.current();
    const first = setTimeout(run, FIRST_MS);
    const timer = setInterval(run, TICK_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [team, place]);
  return line;
}
