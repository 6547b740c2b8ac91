"use client";
import { createContext, type ReactNode, useContext } from "react";
import useSWR, { SWRConfig, useSWRConfig } from "swr";
import { readAnswer } from "../feed/request";
import { useSignal } from "./signal";
import type { ViewsAnswer } from "./views-answer";

/** While a page is looked at: other devices, and views that its stream does not show, are asked after this often. */
const REFRESH_MS = 30_000;

const NO_MUTES: ViewsAnswer["mutes"] = [];
const NO_BOOKMARKS: ViewsAnswer["bookmarks"] = [];

const keyOf = (team: string) => `/api/teams/${team}/views`;
const read = (path: string) => readAnswer(path, async () => (await import("./views-answer")).parseViews);

/** Whose views these are. */
interface ViewsOf {
  team: string;
  /** Whether the reader makes and changes the team's views. */
  isAdmin: boolean;
}

const ViewsContext = createContext<ViewsOf | null>(null);

/** Gives the page the views that the server read along with it. */
export function ViewsProvider({ initial, children, ...of }: ViewsOf & { initial: ViewsAnswer; children: ReactNode }) {
  return (
    <ViewsContext value={of}>
      <SWRConfig value={{ fallback: { [keyOf(of.team)]: initial } }}>
        <InStep team={of.team} />
        {children}
      </SWRConfig>
    </ViewsContext>
  );
}

/** Asks again when a tab tells that something changed: once, however many parts of the page show it. */
function InStep({ team }: { team: string }) {
  const { mutate } = useSWRConfig();
  useSignal(team, (signal) => {
    if (signal !== "pins") void mutate(keyOf(team));
  });
  return null;
}

/** Whose views are around; null outside a team's pages. */
export function useViewsOf(): ViewsOf | null {
  return useContext(ViewsContext);
}

/** The reader's views with what is unread, in step over tabs and devices. */
export function useViews(team: string): {
  views: ViewsAnswer["items"];
  seenSeq: number | null;
  mutes: ViewsAnswer["mutes"];
  bookmarks: ViewsAnswer["bookmarks"];
  /** Asks again; with `change`, shows what it gives until the answer is there. */
  refresh: (change?: (now: ViewsAnswer) => ViewsAnswer) => void;
  /** Shows a change that the server is told of elsewhere. */
  patch: (change: (now: ViewsAnswer) => ViewsAnswer) => void;
} {
  const { data, mutate } = useSWR(keyOf(team), read, { refreshInterval: REFRESH_MS, shouldRetryOnError: false });
  return {
    views: data?.items ?? [],
    seenSeq: data?.seenSeq ?? null,
    mutes: data?.mutes ?? NO_MUTES,
    bookmarks: data?.bookmarks ?? NO_BOOKMARKS,
    refresh: (change) => {
      if (change === undefined || data === undefined) void mutate();
      else void mutate(change(data), { revalidate: true });
    },
    patch: (change) => {
      if (data !== undefined) void mutate(change(data), { revalidate: false });
    },
  };
}
