"use client";
import { useLinkStatus } from "next/link";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { later, usePreload } from "../ui/later";

export type Kind = "feed" | "settings";

const Outline = later(() => import("./outline").then((module) => module.Outline));

// Not a `loading.tsx`: that would send the page's head before it is known whether there is such a page, and need a script to show it.
let pending: Kind | null = null;
const readers = new Set<() => void>();

function set(kind: Kind | null): void {
  pending = kind;
  for (const reader of readers) reader();
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}

/** Inside a link: says which kind of page is on its way while the link is followed. */
export function PendingMark({ kind }: { kind: Kind }) {
  const { pending: isPending } = useLinkStatus();
  useEffect(() => {
    if (!isPending) return;
    set(kind);
    return () => set(null);
  }, [isPending, kind]);
  return null;
}

/** The place of a page; while another one is on its way and takes its time, that one's outline lies over it. */
export function PendingPage({ children }: { children: ReactNode }) {
  const kind = useSyncExternalStore(
    subscribe,
    () => pending,
    () => null,
  );
  usePreload(Outline);
  return (
    <>
      {children}
      {kind !== null && (
        <div className="fixed inset-0 z-25 animate-late bg-bg max-md:top-[49px] md:left-[220px]">
          <Outline kind={kind} />
        </div>
      )}
    </>
  );
}
