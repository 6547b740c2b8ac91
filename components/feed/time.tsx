"use client";
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from "react";
import { UTC, type Zone, zoneOf } from "./list/customs";
import { sayExactly, sayWhen } from "./list/say-time";

const TICK_MS = 10_000;
const Rendered = createContext(0);

// One clock for all times on the page: it ticks while somebody looks.
let current = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const readers = new Set<() => void>();

function tick(): void {
  current = Date.now();
  for (const reader of readers) reader();
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  if (timer === undefined) {
    current = Date.now();
    timer = setInterval(tick, TICK_MS);
  }
  return () => {
    readers.delete(reader);
    if (readers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function readNow(): number {
  if (current === 0) current = Date.now();
  return current;
}

const never = () => () => {};

// One object for as long as nothing changes: renders compare it.
let known = { zone: UTC, language: "" };
let askedAt = Number.NEGATIVE_INFINITY;
/** Every row asks, at every render: the browser is asked once a second. */
const ASK_MS = 1_000;

function readZone(): Zone {
  if (performance.now() - askedAt < ASK_MS) return known.zone;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  askedAt = performance.now();
  const { language } = navigator;
  if (known.language !== language || known.zone.name !== timeZone)
    known = { zone: zoneOf(timeZone, language), language };
  return known.zone;
}

/** Gives the times below it the moment the page was rendered at, so that the server and the first paint agree. */
export function TimeProvider({ now, children }: { now: number; children: ReactNode }) {
  return <Rendered value={now}>{children}</Rendered>;
}

/** The reader's time zone and how they write times and numbers; UTC on the server and while hydrating. */
export function useZone(): Zone {
  return useSyncExternalStore(never, readZone, () => UTC);
}

/** When the server rendered the page, milliseconds by its own clock. */
export function useRenderedAt(): number {
  return useContext(Rendered);
}

/** Now, in milliseconds, every {@link TICK_MS}; the moment of rendering on the server and while hydrating. */
export function useNow(): number {
  const rendered = useRenderedAt();
  return useSyncExternalStore(subscribe, readNow, () => rendered);
}

/** A ticking relative time with the exact one on hover. */
export function When({ iso, id }: { iso: string; id?: string }) {
  const zone = useZone();
  const now = useNow();
  const at = useMemo(() => Date.parse(iso), [iso]);
  return (
    <time dateTime={iso} id={id} title={sayExactly(at, zone)}>
      {sayWhen(at, now, zone)}
    </time>
  );
}

/** The exact time in the reader's zone. */
export function Exactly({ iso }: { iso: string }) {
  return <time dateTime={iso}>{sayExactly(Date.parse(iso), useZone())}</time>;
}
