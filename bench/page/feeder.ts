// Posts events steadily, in a process of its own: `feeder.ts <json>`, until its input ends; prints one line of JSON.
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { ActivityEvent } from "@/activity/event-schema";
import { makeEvents } from "../events";
import { percentile } from "../statistics";
import { feedOrderSchema } from "./feed-schema";

const { url, key, rate } = feedOrderSchema.parse(JSON.parse(process.argv[2] ?? ""));

const ALERT: ActivityEvent = {
  eventType: "alert.triggered",
  actor: { id: "monitor", name: "Monitor", kind: "integration" },
  entity: { type: "service", id: "api", name: "api" },
  source: "monitor",
  metadata: { severity: "warning", host: "api-3" },
};

/** What people do, with comments among it; every tenth is an alert, all of which fold. */
const EVENTS = makeEvents(5_000, 11).map((event, place) => (place % 10 === 9 ? ALERT : event));

const latencies: number[] = [];
let failed = 0;
let isOver = false;
const last = new Set<Promise<void>>();

async function post(event: ActivityEvent | undefined): Promise<void> {
  const from = performance.now();
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(event),
  });
  await answer.text();
  if (answer.status !== 201) failed += 1;
  latencies.push(performance.now() - from);
}

process.stdin.resume();
void once(process.stdin, "end").then(() => {
  isOver = true;
});
const before = performance.eventLoopUtilization();
const start = performance.now();
for (let sent = 0; !isOver; sent += 1) {
  const posted = post(EVENTS[sent % EVENTS.length]).catch(() => {
    failed += 1;
  });
  last.add(posted);
  void posted.finally(() => last.delete(posted));
  // Each is due at its own time, whatever was answered before.
  await sleep(Math.max(0, start + ((sent + 1) * 1_000) / rate - performance.now()));
}
const seconds = (performance.now() - start) / 1_000;
await Promise.all(last);
const { utilization } = performance.eventLoopUtilization(before);
process.stdout.write(
  `${JSON.stringify({ rate: latencies.length / seconds, failed, p99: percentile(latencies, 99), busy: utilization })}\n`,
);
process.exit(0);
