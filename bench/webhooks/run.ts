// Signed deliveries of five senders at a steady rate, beside a sixth that floods: how long the others wait, and that nothing is lost.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { buildWhenStale } from "@/cli/build-when-stale.mjs";
import { createBenchDatabase } from "../bench-database";
import { options } from "../options";
import { type Figure, limit, publish } from "../report";
import { type ServerProcess, startProduct } from "../server-process";
import { percentile } from "../statistics";
import { type BenchTeam, prepareTeam } from "../team";
import { countFaults, type Stored } from "./count-faults";
import { type Heard, type LoadResult, resultSchema, type Sender } from "./load-schema";

const SECONDS = options.seconds ?? (options.quick ? 5 : 60);
const WARM_UP_SECONDS = options.isFull ? 5 : 1;
const SENDERS = ["github", "pagerduty", "sentry", "stripe", "vercel"];
/** Deliveries a second of all senders together. */
const RATE = 500;
const FLOODING = "standard";
/** How much more than each other sender the flooding one sends. */
const FLOOD = 10;
/** Longest that one of a hundred deliveries of the others may take, milliseconds. */
const MOST_MS = 1_000;
const SECRET = "whsec_bGFzLWJlbmNoLXNlY3JldC1ieXRlcy0wMTIzNDU2Nzg5";

const madeSchema = z.object({ url: z.string() });

/** Makes an integration of each sender, each with a share of the rate. */
async function connect(server: ServerProcess, team: BenchTeam, providers: readonly string[]): Promise<Sender[]> {
  return await Promise.all(
    providers.map(async (provider) => {
      const answer = await fetch(`${server.origin}/api/teams/${team.slug}/integrations`, {
        method: "POST",
        headers: { authorization: `Bearer ${team.key}`, "content-type": "application/json" },
        body: JSON.stringify({ provider, secret: SECRET }),
      });
      const { url } = madeSchema.parse(await answer.json());
      return { provider, url, secret: SECRET, rate: (RATE / SENDERS.length) * (provider === FLOODING ? FLOOD : 1) };
    }),
  );
}

async function offer(senders: readonly Sender[]): Promise<LoadResult> {
  const child = spawn(process.execPath, ["--import", "tsx", "bench/webhooks/load.ts"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify({ senders, seconds: SECONDS, warmUpSeconds: WARM_UP_SECONDS }));
  const [output] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return resultSchema.parse(JSON.parse(output));
}

interface Measured {
  calm: LoadResult;
  flooded: LoadResult;
  stored: Stored;
}

/** Both loads on a new server, and what is in its database once it has stopped. */
async function measure(where: { url?: string; dataDir: string }): Promise<Measured> {
  const team = await prepareTeam(where, "webhooks");
  const server = await startProduct(
    where.url === undefined ? { DATA_DIR: where.dataDir } : { DATABASE_URL: where.url },
  );
  let loads: [LoadResult, LoadResult];
  try {
    const senders = await connect(server, team, SENDERS);
    const flooding = await connect(server, team, [FLOODING]);
    loads = [await offer(senders), await offer([...senders, ...flooding])];
  } finally {
    await server.stop();
  }
  const [calm, flooded] = loads;
  return { calm, flooded, stored: await countFaults(where, [...calm.heard, ...flooded.heard]) };
}

const others = ({ heard }: LoadResult) => heard.filter(({ provider }) => provider !== FLOODING);
const count = (loads: readonly LoadResult[], pick: (one: Heard) => number) =>
  loads.flatMap(({ heard }) => heard).reduce((sum, one) => sum + pick(one), 0);

function figures(name: string, { calm, flooded, stored }: Measured, isJudged: boolean): Figure[] {
  const latencies = (load: LoadResult) => others(load).flatMap((one) => one.latencies);
  const ranks = (what: string, load: LoadResult, most: number | null) => [
    limit(`${name}: ${what}, p50`, percentile(latencies(load), 50), null, "ms"),
    limit(`${name}: ${what}, p99`, percentile(latencies(load), 99), most, "ms"),
  ];
  const loads = [calm, flooded];
  const lost = loads
    .flatMap(others)
    .reduce((sum, { refused, unanswered }) => sum + refused.length + unanswered.length, 0);
  return [
    ...ranks(`${RATE} deliveries/s of five senders, until the answer`, calm, null),
    ...ranks(`the same beside a sixth that sends ${FLOOD} × as much as each`, flooded, isJudged ? MOST_MS : null),
    limit(`${name}: deliveries of the five that were not taken in`, lost, isJudged ? 0 : null, ""),
    limit(
      `${name}: answered 2xx and not stored exactly once, of ${stored.accepted.toLocaleString("en")}`,
      stored.faults,
      0,
      "",
    ),
    limit(`${name}: told to come back and stored all the same`, stored.kept, 0, ""),
    limit(
      `${name}: told to come back and not when`,
      count(loads, ({ withoutRetryAfter }) => withoutRetryAfter),
      0,
      "",
    ),
  ];
}

/** How the flooding sender fared. */
function flood({ flooded }: Measured): string {
  const own = flooded.heard.find(({ provider }) => provider === FLOODING);
  const told = Object.entries(own?.statuses ?? {}).map(
    ([status, times]) => `${times.toLocaleString("en")} × ${status}`,
  );
  return told.join(", ");
}

buildWhenStale();
const database = await createBenchDatabase();
const dataDir = await mkdtemp(join(tmpdir(), "las-bench-"));
try {
  await publish(async () => {
    const onServer = await measure({ url: database.url, dataDir: "" });
    const embedded = await measure({ dataDir });
    const busy = Math.round(
      100 * Math.max(...[onServer, embedded].flatMap(({ calm, flooded }) => [calm.busy, flooded.busy])),
    );
    return {
      name: "webhooks",
      title: `Webhooks: ${SECONDS} seconds of ${RATE} signed deliveries/s, and a flood`,
      databases: [database.version],
      figures: [...figures("PostgreSQL", onServer, true), ...figures("embedded", embedded, false)],
      notes: [
        `${SENDERS.join(", ")}: ${RATE / SENDERS.length} deliveries/s each, GitHub's of real payloads; ${FLOODING} floods. Each is signed anew as its sender signs, and sent when it is due, whatever was answered before; one in 50 is sent twice. Latencies are counted from then, of what was taken in. Server, database and senders share the machine's cores; the senders' event loop was busy at most ${busy} %.`,
        `The flooding sender heard, on PostgreSQL: ${flood(onServer)}; embedded: ${flood(embedded)}.`,
      ],
    };
  });
} finally {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
}
