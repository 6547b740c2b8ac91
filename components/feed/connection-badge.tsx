"use client";
import { useHydrated } from "../ui/use-hydrated";
import type { LiveState } from "./live/follow-stream";
import type { Connection, ListenerState } from "./live/stream-state";
import { useOnline } from "./use-online";

interface Badge {
  label: string;
  look: string;
  title: string;
}

const BADGES: Record<Connection, Badge> = {
  connecting: { label: "Connecting…", look: "text-faint", title: "Opening the live stream" },
  live: { label: "Live", look: "text-live", title: "New activity appears at once" },
  reconnecting: {
    label: "Reconnecting…",
    look: "text-amber",
    title: "The connection was lost; nothing will be missed",
  },
  signedOut: { label: "Signed out", look: "text-amber", title: "New activity appears once you have signed in again" },
  polling: { label: "Polling", look: "text-amber", title: "No live stream here; the feed is read every few seconds" },
};

/** A stream that was open may take a while to notice. */
const OFFLINE: Badge = {
  label: "Offline",
  look: "text-amber",
  title: "This device reaches nothing; what happens meanwhile appears when it is back",
};

/** What an open stream says when the server itself hears of new activity late. */
const LATE: Record<ListenerState, Badge> = {
  polling: {
    label: "Live · delayed",
    look: "text-live",
    title: "New activity appears within a few seconds: the server looks for it instead of being told",
  },
  degraded: {
    label: "Database away",
    look: "text-amber",
    title: "The server cannot reach its database; what happens meanwhile appears when it is back",
  },
};

type BadgeProps = Pick<LiveState, "connection" | "listener">;

/** What the badge says. Why events come late matters only while they come at all. */
export function badgeOf({ connection, listener, isOnline }: BadgeProps & { isOnline: boolean }): Badge {
  if (!isOnline) return OFFLINE;
  return connection === "live" && listener !== null ? LATE[listener] : BADGES[connection];
}

/** Whether new activity comes by itself, and how soon. Says nothing without a script, where it does not. */
export function ConnectionBadge({ connection, listener }: BadgeProps) {
  const isOnline = useOnline();
  if (!useHydrated()) return null;
  const isCalm = isOnline && connection === "live" && listener === null;
  const { label, look, title } = badgeOf({ connection, listener, isOnline });
  return (
    <span
      role="status"
      title={title}
      data-connection={isOnline ? connection : "offline"}
      data-listener={listener ?? undefined}
      className={`inline-flex items-center gap-1.5 font-medium text-xs ${look}`}
    >
      <span
        aria-hidden
        className={`size-[7px] rounded-full bg-current shadow-[0_0_0_3px_color-mix(in_srgb,currentColor_20%,transparent)] ${isCalm ? "" : "motion-safe:animate-pulse"}`}
      />
      {label}
    </span>
  );
}
