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

/** What finds in texts what the query found; null while nothing is looked for. */
export function useHitFinder(): HitFinder | null {
  return useContext(FinderContext);
}

/** What was found in a text; nothing while nothing is looked for. */
export function hitsIn(text: string, find: HitFinder | null): readonly Hit[] {
  return find === null ? NOTHING : find(text);
}

/** A text with these hits marked. `at`: where it begins in what they count in. No component: each row would have ten. */
export function markHits(text: string, hits: readonly Hit[], at = 0): ReactNode {
  if (hits.length === 0) return text;
  return cutHits(text, hits, at).map((piece) => (piece.isHit ? <mark key={piece.at}>{piece.text}</mark> : piece.text));
}

/** What a `<bdi>` holds of a name, its hits marked. `within`: the hits of a longer text, and where the name begins there. */
export function markName(
  text: string,
  find: HitFinder | null,
  within?: { hits: readonly Hit[]; at: number },
): ReactNode {
  const closed = closeIsolates(text);
  if (within === undefined || closed !== text) return markHits(closed, hitsIn(closed, find));
  return markHits(text, within.hits, within.at);
}

/** A text with what the query found in it marked. */
export function Marked({ text }: { text: string }) {
  return markHits(text, hitsIn(text, useHitFinder()));
}
