"use client";
import { callApi } from "../account/call-api";
import { isSameMute } from "./named-mute";
import { nothing } from "./nothing";
import { sendSignal } from "./signal";
import { useViews } from "./use-views";
import type { NamedMute } from "./views-answer";

/** What the reader has muted, and how to change it. Each gives null when it worked, or a sentence on why it did not. */
export function useMutes(team: string): {
  mutes: readonly NamedMute[];
  mute: (mute: NamedMute) => Promise<string | null>;
  unmute: (mute: NamedMute) => Promise<string | null>;
} {
  const { mutes, refresh, patch } = useViews(team);
  const path = `/api/teams/${team}/mutes`;
  const settle = (fault: { message: string } | null): string | null => {
    refresh();
    if (fault === null) sendSignal(team, "changed");
    return fault?.message ?? null;
  };
  return {
    mutes,
    mute: async (mute) => {
      patch((now) => ({ ...now, mutes: [...now.mutes.filter((one) => !isSameMute(one, mute)), mute] }));
      return settle((await callApi("PUT", path, mute, nothing)).fault);
    },
    unmute: async (mute) => {
      patch((now) => ({ ...now, mutes: now.mutes.filter((one) => !isSameMute(one, mute)) }));
      const params = new URLSearchParams({ field: mute.field, value: mute.value });
      return settle((await callApi("DELETE", `${path}?${params}`, undefined, nothing)).fault);
    },
  };
}
