import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { show } from "../statistics";
import { type Fed, type FeedOrder, fedSchema } from "./feed-schema";
import type { Site } from "./site";

/** Events a second that arrive while a reader is at the page. */
export const EVENTS_PER_SECOND = 50;

/** Posts events to a site by a process of its own while `work` is done; gives what came of both. Throws when one was refused. */
export async function whileFed<T>(site: Site, work: () => Promise<T>): Promise<{ result: T; fed: Fed }> {
  const order: FeedOrder = { url: site.activitiesUrl, key: site.key, rate: EVENTS_PER_SECOND };
  const child = spawn(process.execPath, ["--import", "tsx", "bench/page/feeder.ts", JSON.stringify(order)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const output = text(child.stdout);
  const exit = once(child, "exit");
  try {
    const result = await work();
    child.stdin.end();
    const fed = fedSchema.parse(JSON.parse(await output));
    if (fed.failed > 0) throw new Error(`${fed.failed} events were refused`);
    return { result, fed };
  } finally {
    child.stdin.end();
    await exit;
  }
}

/** The poster's own figures, for the notes. */
export function sayFed({ rate, p99, busy }: Fed): string {
  return `${show(rate)} events/s were posted by a process of its own (asked for ${EVENTS_PER_SECOND}; p99 of an answer ${show(p99)} ms; its event loop was busy ${Math.round(100 * busy)} %)`;
}
