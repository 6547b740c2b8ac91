"use client";
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { later } from "./later";

/** Nothing can be undone before something is done. */
const ToastList = later(() => import("./toast-list").then((module) => module.ToastList));

/** The oldest goes when there are more. */
const MOST = 3;

/** What was done, and what undoes it, which gives null when that worked, or a sentence on why it did not. Without it, something was not done. */
export interface Undoable {
  said: ReactNode;
  undo: (() => Promise<string | null>) | null;
}

export type Numbered = Undoable & { number: number };

const OfferUndo = createContext<(done: Undoable) => void>(() => {});

/** Says what was just done, and offers to undo it. */
export function useOfferUndo(): (done: Undoable) => void {
  return useContext(OfferUndo);
}

/** Where what was just done is said, at the bottom of the screen; F8 leads there. */
export function UndoToasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Numbered[]>([]);
  const last = useRef(0);
  const offer = useCallback((done: Undoable) => {
    last.current += 1;
    const toast = { ...done, number: last.current };
    setToasts((before) => [...before.slice(1 - MOST), toast]);
  }, []);
  const drop = (gone: number) => setToasts((before) => before.filter(({ number }) => number !== gone));
  return (
    <OfferUndo value={offer}>
      {children}
      {last.current > 0 && <ToastList toasts={toasts} onGone={drop} />}
    </OfferUndo>
  );
}
