"use client";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { Hit, HitFinder } from "@/activity/search/find-hits";
import { closeIsolates } from "../../ui/close-isolates";
import { cutHits } from "./cut-hits";

const FinderContext = createContext<HitFinder | null>(null);
const NOTHING: readonly Hit[] = [];

/** Marks, in what it holds, what the query found. The finder is fetched with the first query. */
export function MarkHits({ q, children }: { q: string | undefined; children: ReactNode }) {
  const [made, setMade] = useState<{ q: string; find: HitFinder } | null>(null);
  useEffect(() => {
    if (q === undefined) return;
    let isGone = false;
    void import("@/activity/search/find-hits").then(({ makeHitFinder }) => {
      if (!isGone) setMade({ q, find: makeHitFinder(q) });
    });
    return () => {
      isGone = true;
    };
  }, [q]);
  const find = made !== null && made.q === q ? made.find : null;
  return <FinderContext value={find}>{children}</FinderContext>;
}

/** What the query found in a text. */
export function useHits(text: string): readonly Hit[] {
  const find = useContext(FinderContext);
  return find === null ? NOTHING : find(text);
}

/** A text with what the query found in it marked. `within`: the hits of a longer text, and where this one begins there. */
export function Marked({ text, within }: { text: string; within?: { hits: readonly Hit[]; at: number } }) {
  const own = useHits(within === undefined ? text : "");
  return cutHits(text, within?.hits ?? own, within?.at ?? 0).map(({ at, text: part, isHit }) =>
    isHit ? <mark key={at}>{part}</mark> : part,
  );
}

/** A `Bdi` with what the query found in it marked. */
export function MarkedName({ text, within }: { text: string; within?: { hits: readonly Hit[]; at: number } }) {
  const closed = closeIsolates(text);
  return (
    <bdi>
      {within === undefined || closed !== text ? <Marked text={closed} /> : <Marked text={text} within={within} />}
    </bdi>
  );
}
