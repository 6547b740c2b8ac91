"use client";
import { useRef } from "react";
import useSWRSubscription from "swr/subscription";
import { followStream, type LiveState } from "./follow-stream";

const RELOADS_AT_LEAST_APART_MS = 5_000;
const IDLE: LiveState = { connection: "connecting", arrived: [] };

/** Which stream to follow: of a list's path and filter, from the id its first page was read at; null for none yet. */
export interface LiveView {
  path: string;
  query: string;
  generation: number;
  lastEventId: string | null;
}

/** Follows the stream that continues a list. `reload` is called when the list must be read again. */
export function useLive(view: LiveView, reload: () => void): LiveState {
  const reloadedAt = useRef(0);
  const onReload = () => {
    // A reset met by every reader at once, or again and again, must not become a storm of requests.
    const wait = reloadedAt.current + RELOADS_AT_LEAST_APART_MS - Date.now();
    reloadedAt.current = Math.max(Date.now(), Date.now() + wait);
    setTimeout(reload, Math.max(0, wait) + Math.random() * 300);
  };
  const key = view.lastEventId === null ? null : `${view.path}/stream?${view.query}#${view.generation}`;
  const { data } = useSWRSubscription<LiveState, Error, string | null>(key, (_key, { next }) =>
    followStream({
      path: view.path,
      query: view.query,
      lastEventId: view.lastEventId ?? "",
      onChange: (state) => next(null, state),
      onReload,
    }),
  );
  return data ?? IDLE;
}
