"use client";
import { useState } from "react";
import useSWR from "swr";
import type { Activity } from "@/activity/activity";
import { callApi } from "../account/call-api";
import { readAnswer } from "../feed/request";
import { nothing } from "../views/nothing";
import { sendSignal, useSignal } from "../views/signal";
import type { ShownPin } from "./pins-answer";

/** While a page is looked at, other people and devices are asked after this often. */
const REFRESH_MS = 30_000;

const read = (path: string) => readAnswer(path, async () => (await import("./pins-answer")).parsePins);

/** What is pinned for the team, and how to change it. Each gives null when it worked, or a sentence on why it did not. */
export function usePins(
  team: string,
  initial: readonly ShownPin[],
): {
  pins: readonly ShownPin[];
  refresh: () => void;
  pin: (activity: Activity) => Promise<string | null>;
  unpin: (activity: Activity) => Promise<string | null>;
} {
  const [first] = useState({ items: [...initial] });
  const path = `/api/teams/${team}/pins`;
  const { data, mutate } = useSWR(path, read, {
    fallbackData: first,
    refreshInterval: REFRESH_MS,
    shouldRetryOnError: false,
  });
  useSignal(team, (signal) => {
    if (signal === "pins") void mutate();
  });
  const change = async (method: "PUT" | "DELETE", { id }: Activity, items: ShownPin[]): Promise<string | null> => {
    void mutate({ items }, { revalidate: false });
    const { fault } = await callApi(method, `${path}/${id}`, undefined, nothing);
    void mutate();
    if (fault === null) sendSignal(team, "pins");
    return fault?.message ?? null;
  };
  const pins = data?.items ?? [];
  const others = ({ id }: Activity) => pins.filter(({ activity }) => activity.id !== id);
  return {
    pins,
    refresh: () => void mutate(),
    pin: (activity) => {
      const made = { activity, pinnedBy: null, pinnedAt: new Date().toISOString() };
      return change("PUT", activity, [made, ...others(activity)]);
    },
    unpin: (activity) => change("DELETE", activity, others(activity)),
  };
}
