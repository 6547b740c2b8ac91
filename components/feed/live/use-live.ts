"use client";
import { type RefObject, startTransition, useEffect, useState } from "react";
import type { ActivityPage } from "@/activity/activity";
import { useLatest } from "../../ui/use-latest";
import type { Place } from "../list/edge-of";
import { folding } from "../list/folding";
import { browserClock } from "./browser-clock";
import type { LiveState, StreamOptions } from "./follow-stream";
import { spaceReloads } from "./space-reloads";

const IDLE: LiveState = { connection: "connecting", listener: null, arrived: [], hidden: new Set(), skipped: 0 };

/** Which stream to follow: of a list's path and filter, from the id its first page was read at; null for none yet. */
export interface LiveView {
  path: string;
  query: string;
  generation: number;
  /** Whether its pages are folded: then it is followed once what counts them on is there. */
  isFolded: boolean;
  lastEventId: string | null;
  /** The lowest place that is loaded; null when the whole list is. */
  edge: Place | null;
  /** The first row that is shown while the reader is below it; null while nothing waits above. */
  roof: RefObject<Place | null>;
  /** What is loaded of the list. */
  pages: readonly ActivityPage[];
}

/** Milliseconds until the stream's code is asked for again. */
const RETRY_MS = 2_000;

/** Follows a stream once its code and that of its list are there, which the first paint need not wait for; gives what ends it. */
function followLater(options: StreamOptions, isFolded: boolean): () => void {
  let isOver = false;
  let end = () => {};
  const start = () => {
    Promise.all([import("./follow-in-browser"), isFolded ? folding.fetch() : null]).then(
      ([{ followInBrowser }]) => {
        if (!isOver) end = followInBrowser(options);
      },
      () => {
        if (isOver) return;
        const timer = setTimeout(start, RETRY_MS);
        end = () => clearTimeout(timer);
      },
    );
  };
  start();
  return () => {
    isOver = true;
    end();
  };
}

/** Follows the stream that continues a list. `reload` is called when a generation of the list must be read again. */
export function useLive(view: LiveView, reload: (generation: number) => void): LiveState {
  const [onReload] = useState(() => spaceReloads(browserClock));
  const key = view.lastEventId === null ? null : `${view.path}/stream?${view.query}#${view.generation}`;
  const [followed, setFollowed] = useState({ key, live: IDLE });
  const latest = useLatest({ ...view, reload });
  useEffect(() => {
    if (key === null) return;
    const { path, query, generation, isFolded, roof, lastEventId } = latest.current;
    const options: StreamOptions = {
      path,
      query,
      lastEventId: lastEventId ?? "",
      edge: () => latest.current.edge,
      roof: () => roof.current,
      loaded: () => latest.current.pages.flatMap(({ items }) => items),
      // What the reader does comes before what arrives.
      onChange: (live) => startTransition(() => setFollowed({ key, live })),
      onReload: () => onReload(() => latest.current.reload(generation)),
    };
    return followLater(options, isFolded);
  }, [key, latest, onReload]);
  return followed.key === key ? followed.live : IDLE;
}
