"use client";
import { useHydrated } from "../ui/use-hydrated";
import type { Connection } from "./live/stream-machine";

const BADGES: Record<Connection, { label: string; look: string; title: string }> = {
  connecting: { label: "Connecting…", look: "text-faint", title: "Opening the live stream" },
  live: { label: "Live", look: "text-live", title: "New activity appears at once" },
  reconnecting: {
    label: "Reconnecting…",
    look: "text-amber",
    title: "The connection was lost; nothing will be missed",
  },
  polling: { label: "Polling", look: "text-amber", title: "No live stream here; the feed is read every few seconds" },
};

/** Whether new activity comes by itself. Says nothing without a script, where it does not. */
export function ConnectionBadge({ connection }: { connection: Connection }) {
  if (!useHydrated()) return null;
  const { label, look, title } = BADGES[connection];
  return (
    <span
      role="status"
      title={title}
      data-connection={connection}
      className={`inline-flex items-center gap-1.5 font-medium text-xs ${look}`}
    >
      <span
        aria-hidden
        className={`size-[7px] rounded-full bg-current shadow-[0_0_0_3px_color-mix(in_srgb,currentColor_20%,transparent)] ${connection === "live" ? "" : "motion-safe:animate-pulse"}`}
      />
      {label}
    </span>
  );
}
