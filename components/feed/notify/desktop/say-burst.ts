import type { Activity } from "@/activity/activity";
import { quoteOf } from "../../list/facts";
import { isMention } from "../whose";

/** The most that a desktop shows of a text, characters. */
const MOST_SHOWN = 180;

/** What one notification tells of. */
export interface Burst {
  /** The newest of them. */
  latest: Activity;
  /** How many there are, and how many of these mention the reader. */
  count: number;
  mentions: number;
}

function cut(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1).trimEnd()}…` : text;
}

function titleOf({ count, mentions }: Burst): string {
  if (mentions === count) return `You were mentioned ${count} times`;
  const rest = `${count - mentions} important ${count - mentions === 1 ? "activity" : "activities"}`;
  if (mentions === 0) return rest;
  return `${mentions} ${mentions === 1 ? "mention" : "mentions"} of you, ${rest}`;
}

/** The words of a notification: one activity says itself, several are counted and the latest of them is told. `team` is its name. */
export function sayBurst(burst: Burst, team: string, me: string): { title: string; body: string } {
  const { latest, count } = burst;
  if (count > 1) return { title: `${titleOf(burst)} · ${team}`, body: `Latest: ${cut(latest.message)}` };
  const words = quoteOf(latest, MOST_SHOWN);
  const isOfMe = isMention(latest, me);
  const title = isOfMe ? `${latest.actorName} mentioned you` : cut(latest.message);
  return { title, body: words === null ? `${isOfMe ? "" : "Important · "}${team}` : words };
}
