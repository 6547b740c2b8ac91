"use client";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Activity } from "@/activity/activity";
import { formatCursor } from "@/activity/cursor";
import { useLatest } from "../../ui/use-latest";
import { cameBack } from "./came-back";
import { readPlace, type SavedPlace, savePlace } from "./saved-places";
import { noteScroll } from "./use-is-at-top";

const SETTLED_MS = 150;
/** What means that the reader goes elsewhere by themselves. */
const MOVES = ["wheel", "touchmove", "keydown", "pointerdown"] as const;

const addressNow = () => `${location.pathname}${location.search}`;

const headBottom = () => document.querySelector("main > header")?.getBoundingClientRect().bottom ?? 0;

function rowOf(id: string): Element | null {
  return document.querySelector(`article[data-index][data-activity="${CSS.escape(id)}"]`);
}

/** The first row in sight below the page's head. */
function firstInSight(items: readonly Activity[]): { activity: Activity; offset: number } | null {
  const head = headBottom();
  for (const row of document.querySelectorAll("article[data-index]")) {
    const { top, bottom } = row.getBoundingClientRect();
    const activity = items[Number(row.getAttribute("data-index"))];
    if (bottom > head + 1 && activity !== undefined) return { activity, offset: top };
  }
  return null;
}

/** Calls back when the page has just been painted: then nothing must be laid out to say where rows are. Gives what calls it off. */
function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** The place that an address is come back to. */
export interface Return {
  place: SavedPlace;
  /** Where its list is read from: the row is the first one. Null: the page that the server sent holds it. */
  cursor: string | null;
}

/** Pixels between the page's head and a row that an address leads to. */
const BELOW_HEAD_PX = 12;

/**
 * Where the reader was when they left this address, if they came back to it; else the activity that the address names.
 * `key`: changes with the address; `sent`: the page that the server sent; `named`: the id of an activity of it.
 */
export function useReturn(
  key: string,
  sent: readonly Activity[],
  named: string | null,
): { back: Return | null; forget: () => void } {
  const [known, setKnown] = useState<{ key: string; back: Return } | null>(null);
  const sentFirst = useRef<readonly Activity[] | null>(sent);
  useEffect(() => {
    const one = sentFirst.current?.find(({ id }) => id === named);
    const target = one && { ...one, offset: headBottom() + BELOW_HEAD_PX, selected: null };
    const place = (cameBack() ? readPlace(sessionStorage, addressNow()) : null) ?? target ?? null;
    const isSent = sentFirst.current?.some(({ seq }) => seq === place?.seq);
    sentFirst.current = null;
    if (place !== null) {
      const above = { direction: "older", timestamp: Date.parse(place.timestamp), seq: place.seq + 1 } as const;
      setKnown({ key, back: { place, cursor: isSent ? null : formatCursor(above) } });
    }
    return () => setKnown(null);
  }, [key, named]);
  const forget = useCallback(() => setKnown(null), []);
  return { back: known?.key === key ? known.back : null, forget };
}

interface Shown {
  items: readonly Activity[];
  isStale: boolean;
  isAtTop: boolean;
  selected: Activity | null;
  select: (activity: Activity) => void;
}

/** Saves where the reader is, and puts the row that they come back to where it was. Gives what to call before the list is left by a filter. */
export function usePlace(back: Return | null, { items, isStale, isAtTop, selected, select }: Shown): () => void {
  const left = useRef<string | null>(null);
  const save = useLatest(() => {
    if (isStale || left.current === addressNow()) return;
    left.current = null;
    const first = isAtTop ? null : firstInSight(items);
    const place = first && { timestamp: first.activity.timestamp, seq: first.activity.seq, offset: first.offset };
    savePlace(sessionStorage, addressNow(), place && { ...place, selected: selected?.id ?? null });
  });
  useEffect(() => {
    const saveNow = () => save.current();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let callOff = () => {};
    const stop = () => {
      clearTimeout(timer);
      callOff();
    };
    const saveSoon = () => {
      stop();
      timer = setTimeout(() => {
        callOff = afterPaint(saveNow);
      }, SETTLED_MS);
    };
    addEventListener("scroll", saveSoon, { passive: true });
    addEventListener("pagehide", saveNow);
    return () => {
      stop();
      removeEventListener("scroll", saveSoon);
      removeEventListener("pagehide", saveNow);
    };
  }, [save]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is selected belongs to the place
  useEffect(() => save.current(), [selected]);

  // Once the reader moves by themselves, nothing is put anywhere any more.
  const ended = useRef<Return | null>(null);
  useEffect(() => {
    const end = () => {
      ended.current = back;
    };
    for (const move of MOVES) addEventListener(move, end, { passive: true });
    return () => {
      for (const move of MOVES) removeEventListener(move, end);
    };
  }, [back]);
  useLayoutEffect(() => {
    if (back === null || ended.current === back || isStale) return;
    const row = items.find(({ seq }) => seq === back.place.seq);
    const element = row === undefined ? null : rowOf(row.id);
    if (element === null) return;
    const moved = element.getBoundingClientRect().top - back.place.offset;
    if (Math.abs(moved) <= 1) return;
    window.scrollBy({ top: moved, behavior: "instant" });
    noteScroll();
  }, [items, isStale, back]);
  const selection = useLatest(select);
  useEffect(() => {
    if (back === null || ended.current === back || isStale || selected !== null) return;
    const activity = items.find(({ id }) => id === back.place.selected);
    if (activity !== undefined) selection.current(activity);
  }, [back, items, isStale, selected, selection]);

  return useCallback(() => {
    save.current();
    left.current = addressNow();
  }, [save]);
}
