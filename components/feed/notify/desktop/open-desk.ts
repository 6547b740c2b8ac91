import type { Activity } from "@/activity/activity";
import { requestPage } from "../../request";
import { desktopChoice, soundChoice } from "../choices";
import { playTone } from "./play-tone";
import { sayBurst } from "./say-burst";
import { showNotification } from "./show-notification";
import type { Desk, TabMessage } from "./teller";

/** Milliseconds for which a tab that has told keeps the others waiting: until then they have heard of what. */
const HAND_OVER_MS = 200;
const MOST_READ = 200;

/** Which feed the desktop is told of. */
export interface Told {
  /** Slug and name of the team. */
  team: string;
  teamName: string;
  /** The reader's user id. */
  me: string;
  /** What the list is filtered by, as query parameters. */
  query: () => string;
  onOpen: (activity: Activity) => void;
}

async function inTurn(team: string, act: () => void): Promise<void> {
  // Plain HTTP has no locks, and no notifications either.
  if (navigator.locks === undefined) return act();
  await navigator.locks.request(`las-notify-${team}`, async () => {
    act();
    await new Promise((done) => setTimeout(done, HAND_OVER_MS));
  });
}

/** The desktop and the other tabs of the team as the teller knows them. `hear` gets what those say, until `close`. */
export function openDesk(told: Told, hear: (message: TabMessage) => void): { desk: Desk; close: () => void } {
  const { team, teamName, me, query, onOpen } = told;
  const channel = new BroadcastChannel(`notify:${team}`);
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => hear(data);
  let takeBack: (() => void) | null = null;
  const desk: Desk = {
    now: Date.now,
    after: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    read: async (seqs) => {
      const { items } = await requestPage(`/api/teams/${team}/activities?${query()}&limit=${MOST_READ}`);
      return items.filter(({ seq }) => seqs.has(seq));
    },
    inTurn: (act) => inTurn(team, act),
    say: (message) => channel.postMessage(message),
    tell: (burst) => {
      takeBack?.();
      const { latest } = burst;
      const isAllowed = desktopChoice.isOn() && "Notification" in window && Notification.permission === "granted";
      takeBack = isAllowed
        ? showNotification({ ...sayBurst(burst, teamName, me), onClick: () => onOpen(latest) })
        : null;
      // A tone that the browser does not let through is not worth an error.
      if (soundChoice.isOn()) void playTone().catch(() => {});
    },
    takeBack: () => {
      takeBack?.();
      takeBack = null;
    },
  };
  return { desk, close: () => channel.close() };
}
