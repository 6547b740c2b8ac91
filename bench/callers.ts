import { performance } from "node:perf_hooks";
import { percentile } from "./statistics";

export interface Load {
  /** Calls answered a second. */
  rate: number;
  p50: number;
  p99: number;
  /** Share of the time in which the event loop of this process was busy. */
  busy: number;
}

/** `callers` callers in this process, each calling again as soon as it is answered, for `durationMs`. Latencies in milliseconds. */
export async function runCallers(callers: number, durationMs: number, call: () => Promise<unknown>): Promise<Load> {
  const latencies: number[] = [];
  const before = performance.eventLoopUtilization();
  const start = performance.now();
  const end = start + durationMs;
  const one = async () => {
    for (let from = performance.now(); from < end; ) {
      await call();
      const now = performance.now();
      latencies.push(now - from);
      from = now;
    }
  };
  await Promise.all(Array.from({ length: callers }, one));
  const seconds = (performance.now() - start) / 1_000;
  const { utilization } = performance.eventLoopUtilization(before);
  return {
    rate: latencies.length / seconds,
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    busy: utilization,
  };
}
