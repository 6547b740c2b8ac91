"use client";
import { useEffect, useRef, useState } from "react";
import type { Activity } from "@/activity/activity";
import { isTyping } from "../../keyboard/is-for-page";
import { saidByButton, sayArrivals, waitToSay } from "./say-arrivals";
import { isOwn } from "./whose";

/** Milliseconds after which what was said is taken away: who walks through the page later must not come upon it. */
const KEPT_MS = 8_000;

export interface AnnouncerProps {
  /** What the list shows, in feed order, and how many it holds back: those are its button's to say. */
  list: { items: readonly Activity[]; held: number };
  /** Seqs that came by the stream. */
  arrived: ReadonlySet<number>;
  /** The reader's user id. */
  me: string;
  isLookedAt: boolean;
}

/** Says to screen readers, in one sentence and seldom, what has appeared in the list; nothing while the reader types or looks elsewhere. */
export function Announcer({ list, arrived, me, isLookedAt }: AnnouncerProps) {
  const [text, setText] = useState("");
  const [last, setLast] = useState(() => ({ at: Number.NEGATIVE_INFINITY, seen: arrived }));
  const sinceAt = useRef<number | null>(null);
  const byButton = useRef(new Set<number>());
  useEffect(() => {
    for (const seq of saidByButton(list, arrived)) byButton.current.add(seq);
    const isSaid = (seq: number) => last.seen.has(seq) || byButton.current.has(seq);
    const fresh = list.items.filter((item) => arrived.has(item.seq) && !isSaid(item.seq) && !isOwn(item, me));
    const said = sayArrivals(fresh);
    if (said === null || !isLookedAt) return;
    sinceAt.current ??= Date.now();
    const since = sinceAt.current;
    let timer: ReturnType<typeof setTimeout>;
    const ask = () => {
      const now = Date.now();
      const wait = waitToSay({ now, lastAt: last.at, sinceAt: since, isTyping: isTyping(document.activeElement) });
      if (wait > 0) {
        timer = setTimeout(ask, wait);
        return;
      }
      sinceAt.current = null;
      setText(said);
      setLast({ at: now, seen: arrived });
    };
    ask();
    return () => clearTimeout(timer);
  }, [list, arrived, me, isLookedAt, last]);
  useEffect(() => {
    if (text === "") return;
    const timer = setTimeout(() => setText(""), KEPT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p aria-live="polite" data-announcer className="sr-only">
      {text}
    </p>
  );
}
