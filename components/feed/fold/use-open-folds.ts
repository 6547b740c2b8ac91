"use client";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Fold } from "@/activity/fold/fold";
import { nextGeneration, useForgetting } from "../use-pages";

/** What is read of an opened fold: the reading, and how many events the fold had when it began. */
export interface OpenFold {
  count: number;
  generation: number;
}

export interface OpenFolds {
  /** By the fold's key. */
  open: ReadonlyMap<string, OpenFold>;
  toggle: (fold: Fold) => void;
  readAgain: (fold: Fold) => void;
}

/** Which folds are open, and what was read of them: kept while their rows are scrolled out of the list, and no longer than the list. */
export function useOpenFolds(): OpenFolds {
  const forget = useForgetting();
  const [open, setOpen] = useState<ReadonlyMap<string, OpenFold>>(() => new Map());
  const all = useRef(open);
  useEffect(() => {
    for (const [key, { generation }] of all.current) if (open.get(key)?.generation !== generation) forget(generation);
    all.current = open;
  }, [open, forget]);
  useEffect(
    () => () => {
      for (const { generation } of all.current.values()) forget(generation);
    },
    [forget],
  );
  const change = useMemo(() => {
    const read = ({ count }: Fold) => ({ count, generation: nextGeneration() });
    const toggle = (fold: Fold) =>
      setOpen((now) => {
        const next = new Map(now);
        if (!next.delete(fold.key)) next.set(fold.key, read(fold));
        return next;
      });
    const readAgain = (fold: Fold) => setOpen((now) => new Map(now).set(fold.key, read(fold)));
    return { toggle, readAgain };
  }, []);
  return { open, ...change };
}
