"use client";
import { useEffect } from "react";
import { useLatest } from "../ui/use-latest";

/** What the tabs of a browser tell each other, and one part of a page another: views or marks changed, all is read now, or the team's pins changed. */
const SIGNALS = ["changed", "all read", "pins"] as const;
export type ViewSignal = (typeof SIGNALS)[number];

const nameOf = (team: string) => `views:${team}`;

/** Tells every tab of the team, this one too. */
export function sendSignal(team: string, signal: ViewSignal): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(nameOf(team));
  channel.postMessage(signal);
  channel.close();
}

/** Calls `onSignal` for what any tab tells. */
export function useSignal(team: string, onSignal: (signal: ViewSignal) => void): void {
  const latest = useLatest(onSignal);
  useEffect(() => {
    if (typeof BroadcastChannel === "undefined") return;
    const channel = new BroadcastChannel(nameOf(team));
    channel.onmessage = ({ data }) => latest.current(SIGNALS.find((signal) => signal === data) ?? "changed");
    return () => channel.close();
  }, [team, latest]);
}
