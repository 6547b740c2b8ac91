// The load generator of POSTs, 64 callers in a process of their own: `post-load.ts <json>`; prints one line of JSON.
import { performance } from "node:perf_hooks";
import autocannon from "autocannon";
import { z } from "zod";
import { makeEvents } from "./events";

const settings = z
  .object({ url: z.string(), key: z.string(), seconds: z.number(), bodies: z.array(z.string()).optional() })
  .parse(JSON.parse(process.argv[2] ?? ""));

const before = performance.eventLoopUtilization();
const result = await autocannon({
  url: settings.url,
  method: "POST",
  connections: 64,
  duration: settings.seconds,
  headers: { authorization: `Bearer ${settings.key}`, "content-type": "application/json" },
  requests: (settings.bodies ?? makeEvents(500, 5).map((event) => JSON.stringify(event))).map((body) => ({ body })),
});
const { utilization } = performance.eventLoopUtilization(before);
const failed = result.errors + result.non2xx;
process.stdout.write(
  `${JSON.stringify({ rate: result.requests.total / result.duration, p99: result.latency.p99, failed, busy: utilization })}\n`,
);
