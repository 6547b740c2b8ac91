// How long the embedded server takes to be there, and whether its database ever holds up the event loop.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { buildWhenStale } from "@/cli/build-when-stale.mjs";
import { isWanted, options } from "../options";
import { type Figure, limit, publish } from "../report";
import { startProduct } from "../server-process";
import { median, show } from "../statistics";

async function inFreshDirectory<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), "las-bench-"));
  try {
    return await work(dataDir);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function startOnce(dataDir: string): Promise<number> {
  const server = await startProduct({ DATA_DIR: dataDir });
  await server.stop();
  return server.startedInMs;
}

async function measureStart(): Promise<Figure[]> {
  buildWhenStale();
  const cold: number[] = [];
  const warm: number[] = [];
  for (let repetition = 0; repetition < options.repetitions; repetition += 1) {
    await inFreshDirectory(async (dataDir) => {
      cold.push(await startOnce(dataDir));
      warm.push(await startOnce(dataDir));
    });
  }
  return [
    limit("embedded, cold: new directory, migrations included, until /api/health is 200", median(cold), 6_000, "ms"),
    limit("embedded, warm: until /api/health is 200", median(warm), 1_000, "ms"),
  ];
}

const stallSchema = z.object({ longestMs: z.number(), rate: z.number(), p99: z.number() });

/** One run of `stalls.ts` on a new directory. */
async function runStalls(): Promise<z.infer<typeof stallSchema>> {
  return await inFreshDirectory(async (dataDir) => {
    const { DATABASE_URL: _url, ...inherited } = process.env;
    const child = spawn(process.execPath, ["--import", "tsx", "bench/start/stalls.ts"], {
      env: { ...inherited, DATA_DIR: dataDir, LOG_LEVEL: "warn", RATE_LIMIT: "off" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [output] = await Promise.all([text(child.stdout), once(child, "exit")]);
    return stallSchema.parse(JSON.parse(output));
  });
}

async function measureStalls(): Promise<{ figures: Figure[]; note: string }> {
  const runs: z.infer<typeof stallSchema>[] = [];
  for (let repetition = 0; repetition < options.repetitions; repetition += 1) runs.push(await runStalls());
  const longest = runs.map(({ longestMs }) => longestMs);
  return {
    figures: [
      limit("embedded, 64 callers posting: longest stall of the event loop, middle run", median(longest), 100, "ms"),
      limit(
        "embedded, 64 callers posting: longest stall of the event loop, worst run",
        Math.max(...longest),
        null,
        "ms",
      ),
    ],
    note: `Stalls: 64 callers in the server's own process post single events through the route's function; ${show(median(runs.map(({ rate }) => rate)))} events/s, p99 ${show(median(runs.map(({ p99 }) => p99)))} ms.`,
  };
}

await publish(async () => {
  const start = isWanted("start") ? await measureStart() : [];
  const stalls = isWanted("stalls") ? await measureStalls() : { figures: [], note: "" };
  const notes = ["Start: `node cli/start.mjs` with a current build, asked every 5 ms."];
  return {
    name: "start",
    title: "Start",
    databases: [],
    figures: [...start, ...stalls.figures],
    notes: [...notes, stalls.note],
  };
});
