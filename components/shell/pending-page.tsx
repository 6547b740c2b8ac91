"use client";
import { useLinkStatus } from "next/link";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { ListSkeleton } from "../feed/row-skeleton";
import { Bone, Skeleton } from "../ui/skeleton";

type Kind = "feed" | "settings";

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
  return (
    <>
      {children}
      {kind !== null && (
        <div className="fixed inset-0 z-25 animate-late bg-bg max-md:top-[49px] md:left-[220px]">
          {kind === "feed" ? <FeedOutline /> : <SettingsOutline />}
        </div>
      )}
    </>
  );
}

function FeedOutline() {
  return (
    <div className="min-[1180px]:mr-[380px]">
      <div className="border-line border-b px-3.5 pt-3 pb-2.5 sm:px-6">
        <p className="flex min-h-7 items-center font-[650] text-base">Feed</p>
        <div className="mt-2.5 h-[34px] rounded-lg border border-line bg-panel" />
      </div>
      <ListSkeleton />
    </div>
  );
}

function SettingsOutline() {
  return (
    <div className="mx-auto w-full max-w-[860px] px-4 py-5 md:px-8 md:py-7">
      <Skeleton label="Loading…">
        <p className="text-[20px] leading-tight">
          &#8203;
          <Bone className="w-36" />
        </p>
        <p className="mt-1 mb-5">
          &#8203;
          <Bone className="w-[60%]" />
        </p>
        <div className="divide-y divide-line rounded-xl border border-line bg-panel">
          {["w-40", "w-28", "w-48", "w-36"].map((width) => (
            <div key={width} className="px-4 py-3">
              <p>
                &#8203;
                <Bone className={width} />
              </p>
              <p className="mt-0.5 text-[12.5px]">
                &#8203;
                <Bone className="w-56" />
              </p>
            </div>
          ))}
        </div>
      </Skeleton>
    </div>
  );
}
