"use client";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { viewQuery } from "@/activity/view-query";
import { callApi } from "../account/call-api";
import { plainClick } from "../feed/filters/chip-popover";
import { Bdi } from "../ui/bdi";
import { sayFault } from "../ui/fault-toast";
import { CheckCheck } from "../ui/icons";
import { activeView } from "./active-view";
import { ALL_READ } from "./all-read";
import { nothing } from "./nothing";
import { sendSignal } from "./signal";
import { useViews } from "./use-views";
import { ViewMenu } from "./view-menu";
import type { ShownView } from "./views-answer";

function sayUnread({ count, isExact }: ShownView["unread"]): string {
  return isExact ? `${count}` : `${count}+`;
}

/** Whether the feed shows a saved view now; the plain feed is then not the page that is open. */
export function useActiveView(team: string): ShownView | null {
  const { views } = useViews(team);
  const path = usePathname();
  const params = useSearchParams();
  return path === `/${team}` ? activeView(views, viewQuery(params.toString())) : null;
}

/** The saved views in the sidebar: the team's, then one's own, each with what is unread in it. */
export function SavedViews({ team, isAdmin }: { team: string; isAdmin: boolean }) {
  const { views, refresh } = useViews(team);
  const isFeed = usePathname() === `/${team}`;
  const active = useActiveView(team);
  if (views.length === 0) return null;
  const hasUnread = views.some(({ unread }) => unread.count > 0);
  const markAll = async () => {
    refresh((now) => ({ ...now, items: now.items.map((view) => ({ ...view, unread: ALL_READ })) }));
    const seq = Number.MAX_SAFE_INTEGER;
    const marks = `/api/teams/${team}/read-marks`;
    const views = await callApi("PUT", marks, { seq, view: "all" }, nothing);
    const feed = await callApi("PUT", marks, { seq }, nothing);
    const fault = views.fault ?? feed.fault;
    sayFault(fault && { said: `Not everything was marked as read. ${fault.message}`, retry: () => void markAll() });
    if (fault !== null) return refresh();
    sendSignal(team, "all read");
  };
  return (
    <>
      <div className="mx-2 mt-4 mb-1 flex min-h-6 items-center justify-between gap-2">
        <h2 className="font-semibold text-[11px] text-faint tracking-wider">Saved views</h2>
        {hasUnread && (
          <button
            type="button"
            onClick={() => void markAll()}
            title="Mark all read"
            aria-label="Mark all read"
            className="needs-script grid size-6 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink"
          >
            <CheckCheck className="size-3.5" />
          </button>
        )}
      </div>
      {views.map((view) => {
        const href = view.filter === "" ? `/${team}` : `/${team}?${view.filter}`;
        return (
          <div key={view.id} className="group relative flex items-center">
            <Link
              href={href}
              prefetch={false}
              // On the feed itself the list changes in place, as by a chip.
              onClick={isFeed ? plainClick(() => window.history.pushState(null, "", href)) : undefined}
              aria-current={active?.id === view.id ? "page" : undefined}
              className="flex min-w-0 flex-1 items-center gap-2 rounded-[7px] py-1.5 pr-2 pl-2 pointer-coarse:pr-9 text-soft transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              <span className="min-w-0 flex-1 truncate" title={view.name}>
                <Bdi>{view.name}</Bdi>
              </span>
              {view.unread.count > 0 && (
                <span className="shrink-0 rounded-full bg-accent px-1.5 text-[11px] text-on-accent tabular-nums leading-[18px]">
                  {sayUnread(view.unread)}
                  <span className="sr-only"> unread</span>
                </span>
              )}
            </Link>
            {(isAdmin || !view.isTeams) && <ViewMenu team={team} view={view} />}
          </div>
        );
      })}
    </>
  );
}
