import type { Fault } from "../kinds/fault";
import { recoveries } from "../recorder/timing";
import type { Workload } from "../recorder/workload";

/** `1.23 s` or `45 ms`. */
export function inWords(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(2)} s`;
}

function count(posts: Workload["writers"]["posts"], outcome: string): string {
  return posts.filter((post) => post.outcome === outcome).length.toLocaleString("en");
}

/** Events by outcome, and reader sequences with what they went through. */
export function countsOf({ writers: { posts }, readers }: Workload): string[] {
  const reconnects = readers.reduce((sum, { history }) => sum + history.reconnects, 0);
  const resets = readers.reduce((sum, { history }) => sum + history.resets.length, 0);
  return [
    `events ${count(posts, "ok")} ok, ${count(posts, "unknown")} unknown, ${count(posts, "fail")} failed`,
    `${readers.length} readers, ${reconnects.toLocaleString("en")} reconnects, ${resets} resets`,
  ];
}

/** The middle and the worst of some durations, milliseconds. */
export function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  return `p50 ${inWords(sorted[Math.floor(sorted.length / 2)] ?? 0)}, max ${inWords(sorted.at(-1) ?? 0)}`;
}

/** How often a fault struck, and how soon it was over for the readers. */
export function strikesOf(fault: Fault, workload: Workload): string {
  const times = recoveries(fault, workload);
  const felt = fault.recovery === "return" ? "live again after" : "events late by";
  return `${fault.name} ${fault.moments.length} ×${times.length === 0 ? "" : `, ${felt} ${spread(times)}`}`;
}
