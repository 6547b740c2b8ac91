"use client";
import { useState } from "react";
import type { Activity } from "@/activity/activity";
import { serializeFilter } from "@/activity/filter";
import { later } from "../../ui/later";
import { useHydrated } from "../../ui/use-hydrated";
import { useRenderedAt } from "../time";
import type { FeedState } from "../use-feed";
import { Announcer } from "./announcer";
import { desktopChoice, soundChoice, spokenChoice } from "./choices";
import { useIsLookedAt } from "./is-looked-at";
import { useTabCount } from "./use-tab-count";

const Notifier = later(() => import("./desktop/notifier").then((module) => module.Notifier));

export interface TellArrivalsProps {
  team: { slug: string; name: string };
  /** The reader's user id. */
  me: string;
  feed: Pick<FeedState, "list" | "arrived" | "head" | "shown">;
  onOpen: (activity: Activity) => void;
}

/** Tells whoever keeps the feed open of what arrives in it: on the tab while they look elsewhere, to a screen reader while they look, and, if they want, on the desktop. */
export function TellArrivals({ team, me, feed, onOpen }: TellArrivalsProps) {
  const { list, arrived, head } = feed;
  const isLookedAt = useIsLookedAt();
  useTabCount({ items: list.items, held: list.held, head }, isLookedAt, me);
  const [openedAt] = useState(useRenderedAt());
  const [isOnDesktop] = desktopChoice.use();
  const [isSounding] = soundChoice.use();
  const [isSpoken] = spokenChoice.use();
  const wantsNotifier = useHydrated() && (isOnDesktop || isSounding);
  return (
    <>
      {isSpoken && <Announcer list={list} arrived={arrived} me={me} isLookedAt={isLookedAt} />}
      {wantsNotifier && (
        <Notifier
          team={team.slug}
          teamName={team.name}
          me={me}
          query={serializeFilter(feed.shown).toString()}
          items={list.items}
          arrived={arrived}
          isLookedAt={isLookedAt}
          openedAt={openedAt}
          onOpen={onOpen}
        />
      )}
    </>
  );
}
