// Half an hour of 50 events/s to 200 readers: memory and descriptors stay flat, and every reader gets every event once.
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { buildWhenStale } from "@/cli/build-when-stale.mjs";
import { createBenchDatabase } from "../bench-database";
import { options } from "../options";
import { limit, publish } from "../report";
import { runLoad } from "../sse/run-load";
import { startOurs } from "../sse/sides";
import { prepareTeam } from "../team";

const MINUTES = options.quick ? 2 : 30;
const WARM_UP_MINUTES = options.quick ? 0.5 : 5;
const SAMPLE_MS = 5_000;
const MB = 1_048_576;

interface Sample {
  minute: number;
  residentMb: number;
  heapMb: number;
  descriptors: number;
}

async function takeSample(pid: number, origin: string, minute: number): Promise<Sample> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const metrics = await fetch(`${origin}/api/metrics`).then((answer) => answer.text());
  return {
    minute,
    residentMb: Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1_024,
    heapMb: Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(metrics)?.[1]) / MB,
    descriptors: (await readdir(`/proc/${pid}/fd`)).length,
  };
}

/** What garbage collection leaves: the least of each minute. */
function floors(samples: readonly Sample[], pick: (sample: Sample) => number): { minute: number; value: number }[] {
  const least = new Map<number, number>();
  for (const sample of samples) {
    const minute = Math.floor(sample.minute);
    least.set(minute, Math.min(least.get(minute) ?? Number.POSITIVE_INFINITY, pick(sample)));
  }
  return [...least].map(([minute, value]) => ({ minute, value }));
}

/** Growth an hour, by least squares. */
function slope(points: readonly { minute: number; value: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(({ minute }) => minute)), mean(points.map(({ value }) => value))];
  const above = points.reduce((sum, { minute, value }) => sum + (minute - x) * (value - y), 0);
  return (60 * above) / points.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
}

buildWhenStale();
const database = await createBenchDatabase();
const team = await prepareTeam({ url: database.url, dataDir: "" }, "soak");
const server = await startOurs(database.url, team);
const [pid = 0] = server.target.pids;
try {
  await publish(async () => {
    const start = performance.now();
    const samples: Sample[] = [];
    let isOver = false;
    const sampling = (async () => {
      while (!isOver) {
        samples.push(await takeSample(pid, server.target.origin, (performance.now() - start) / 60_000));
        await sleep(SAMPLE_MS);
      }
    })();
    const load = await runLoad(server, { readers: 200, rate: 50, seconds: MINUTES * 60 });
    isOver = true;
    await sampling;
    const warm = samples.filter(({ minute }) => minute >= WARM_UP_MINUTES && minute < MINUTES);
    const open = floors(warm, (one) => one.descriptors);
    const ends = (pick: (sample: Sample) => number) => [
      floors(warm, pick).at(0)?.value,
      floors(warm, pick).at(-1)?.value,
    ];
    const told = (values: (number | undefined)[]) => values.map((value) => `${value?.toFixed(0)} MB`).join(" and ");
    return {
      name: "soak",
      title: `Soak: ${MINUTES} minutes, 50 events/s, 200 readers`,
      databases: [database.version],
      figures: [
        limit(
          "growth of resident memory after warm-up, an hour",
          slope(floors(warm, (one) => one.residentMb)),
          5,
          "MB",
        ),
        limit("growth of the heap after warm-up, an hour", slope(floors(warm, (one) => one.heapMb)), 5, "MB"),
        limit("growth of open descriptors after warm-up, an hour", slope(open), 10, ""),
        limit("p99, POST to frame", load.sent.p99, null, "ms"),
      ],
      notes: [
        `${load.events} events, ${load.deliveries} deliveries: each event reached each reader once. Memory: the least of each minute, from minute ${WARM_UP_MINUTES} on, and so of descriptors, for the poster opens connections as it needs them; resident at first and at last ${told(ends((one) => one.residentMb))}, heap ${told(ends((one) => one.heapMb))}.`,
      ],
    };
  });
} finally {
  await server.stop();
  await database.drop();
}
