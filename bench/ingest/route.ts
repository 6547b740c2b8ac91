// One event a POST over HTTP: the product's production server against an empty route handler of the same Next.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { buildWhenStale } from "@/cli/build-when-stale.mjs";
import { options } from "../options";
import { type Figure, ratio } from "../report";
import { type ServerProcess, startProduct, startServer } from "../server-process";
import { median, show } from "../statistics";
import type { BenchTeam } from "../team";

const SECONDS = options.quick ? 4 : 8;
const EMPTY_APP = "bench/ingest/empty-app";
const NEXT = "node_modules/next/dist/bin/next";

const loadSchema = z.object({ rate: z.number(), p99: z.number(), failed: z.number(), busy: z.number() });
type PostLoad = z.infer<typeof loadSchema> & { cpuPerPost: number };

async function postTo(server: ServerProcess, path: string, key: string, seconds: number) {
  const settings = JSON.stringify({ url: server.origin + path, key, seconds });
  const before = await server.cpuMs();
  const child = spawn(process.execPath, ["--import", "tsx", "bench/ingest/post-load.ts", settings], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, "exit")]);
  const load = loadSchema.parse(JSON.parse(output));
  if (load.failed > 0) throw new Error(`${load.failed} POSTs to ${path} failed`);
  const used = ((await server.cpuMs()) ?? Number.NaN) - (before ?? Number.NaN);
  return { ...load, cpuPerPost: (used * 1_000) / (load.rate * seconds) };
}

function buildEmptyApp(): void {
  const built = spawnSync(process.execPath, [`${process.cwd()}/${NEXT}`, "build"], {
    cwd: EMPTY_APP,
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (built.status !== 0) throw new Error(`the empty app was not built: ${built.stdout} ${built.stderr}`);
}

/** Measures both servers by turns; both run all the time. */
export async function measureRoute(
  databaseUrl: string,
  team: BenchTeam,
): Promise<{ figures: Figure[]; notes: string[] }> {
  buildWhenStale();
  buildEmptyApp();
  const product = await startProduct({ DATABASE_URL: databaseUrl });
  const empty = await startServer({
    script: [`${process.cwd()}/${NEXT}`, "start"],
    directory: EMPTY_APP,
    healthPath: "/api/empty",
    // It answers POST only.
    healthStatus: 405,
    environment: {},
  });
  const path = `/api/teams/${team.slug}/activities`;
  const ours: PostLoad[] = [];
  const theirs: PostLoad[] = [];
  try {
    for (let repetition = 0; repetition <= options.repetitions; repetition += 1) {
      const seconds = repetition === 0 ? 3 : SECONDS;
      const own = await postTo(product, path, team.key, seconds);
      const other = await postTo(empty, "/api/empty", team.key, seconds);
      if (repetition === 0) continue;
      ours.push(own);
      theirs.push(other);
    }
  } finally {
    await Promise.all([product.stop(), empty.stop()]);
  }
  const middle = (loads: PostLoad[], pick: (load: PostLoad) => number) => median(loads.map(pick));
  const busy = Math.round(100 * Math.max(...[...ours, ...theirs].map((load) => load.busy)));
  return {
    figures: [
      ratio(
        "single POST over HTTP, production server, against an empty Next route handler",
        {
          ours: middle(ours, ({ rate }) => rate),
          against: middle(theirs, ({ rate }) => rate),
          unit: "requests/s",
          show,
        },
        { atLeast: 0.8 },
      ),
    ],
    notes: [
      `POSTs over HTTP: autocannon with 64 connections in a process of its own, whose event loop was busy at most ${busy} % (${busy > 90 ? "the generator may have been the limit" : "the generator was not the limit"}); servers, generator and PostgreSQL share the machine's cores. ` +
        `p99: ${show(middle(ours, ({ p99 }) => p99))} ms and ${show(middle(theirs, ({ p99 }) => p99))} ms. ` +
        `CPU of the server's process a request: ${show(middle(ours, ({ cpuPerPost }) => cpuPerPost))} µs and ${show(middle(theirs, ({ cpuPerPost }) => cpuPerPost))} µs.`,
    ],
  };
}
