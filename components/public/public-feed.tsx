"use client";
import { Fragment } from "react";
import useSWR from "swr";
import * as v from "valibot";
import type { Activity } from "@/activity/activity";
import { asActivityError } from "@/activity/errors";
import { readableActivity } from "../feed/answers";
import { FeedItem } from "../feed/feed-item";
import { sayDay } from "../feed/list/say-time";
import { requestJson } from "../feed/request";
import { TimeProvider, useNow, useZone } from "../feed/time";
import { Rss } from "../ui/icons";
import { ThemeSwitch } from "../ui/theme-switch";

/** How often the feed is read anew, milliseconds: as long as caches between keep it. There is no stream for strangers. */
const REFRESH_MS = 30_000;

const jsonFeed = v.object({ items: v.array(v.object({ _activity: readableActivity })) });

async function readFeed(path: string): Promise<readonly Activity[]> {
  // Caches between may give what is stale while they ask anew; the browser's own would add to that.
  const { items } = v.parse(jsonFeed, await requestJson(path, undefined, "no-cache"));
  return items.map(({ _activity }) => _activity);
}

export interface PublicFeedProps {
  name: string;
  team: string;
  /** The path of its page. */
  path: string;
  activities: readonly Activity[];
  /** When the page was rendered. */
  now: number;
}

/** A feed that its team has made public: read only, the newest fifty, read anew every half minute while somebody looks. */
export function PublicFeed({ name, team, path, activities, now }: PublicFeedProps) {
  const { data = activities, error } = useSWR(`${path}/feed.json`, readFeed, {
    fallbackData: activities,
    refreshInterval: REFRESH_MS,
  });
  const isGone = asActivityError(error)?.code === "not_found";
  return (
    <TimeProvider now={now}>
      <main className="mx-auto max-w-[860px] pb-16">
        <header className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 border-line border-b px-3.5 py-5 sm:px-6">
          <div className="min-w-0">
            <h1 dir="auto" className="break-words font-semibold text-[20px] leading-tight tracking-[-0.01em]">
              {name}
            </h1>
            <p className="mt-1 break-words text-soft">
              <bdi>{team}</bdi>
            </p>
          </div>
          <p className="flex items-center gap-3 text-[13px] text-soft">
            <Rss className="size-4 shrink-0" />
            <a href={`${path}/feed.atom`} className="py-1 hover:text-ink hover:underline">
              Atom
            </a>
            <a href={`${path}/feed.json`} className="py-1 hover:text-ink hover:underline">
              JSON Feed
            </a>
          </p>
        </header>
        <p role="status" className={isGone ? "px-3.5 pt-4 text-amber sm:px-6" : "hidden"}>
          {isGone
            ? "This feed is no longer public. What is shown here will be gone when the page is loaded again."
            : ""}
        </p>
        <PublicList activities={data} />
        <footer className="px-3.5 pt-8 sm:px-6">
          <ThemeSwitch />
        </footer>
      </main>
    </TimeProvider>
  );
}

function PublicList({ activities }: { activities: readonly Activity[] }) {
  const zone = useZone();
  const now = useNow();
  if (activities.length === 0) {
    return <p className="px-3.5 py-16 text-center text-soft sm:px-6">Nothing has happened here yet.</p>;
  }
  let day = "";
  return activities.map((activity) => {
    const heading = sayDay(Date.parse(activity.timestamp), now, zone);
    const isNewDay = heading !== day;
    day = heading;
    return (
      <Fragment key={activity.seq}>
        {isNewDay && <h2 className="px-3.5 pt-[22px] pb-1.5 font-semibold text-faint text-xs sm:px-6">{heading}</h2>}
        <FeedItem activity={activity} permalink={`#link-${activity.seq}`} isSelected={false} hasArrived={false} />
      </Fragment>
    );
  });
}
