// From a posted event to its frame at each of 100 open streams of a production server.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { buildWhenStale } from "@/cli/build-when-stale.mjs";
import { createBenchDatabase } from "../bench-database";
import { makeEvents } from "../events";
import { options } from "../options";
import { type Figure, limit, publish } from "../report";
import { type ServerProcess, startProduct } from "../server-process";
import { median, percentile } from "../statistics";
import { type BenchTeam, prepareTeam } from "../team";
import { openReaders } from "./readers";

const READERS = 100;
const EVENTS_PER_SECOND = 20;
const SECONDS = options.quick ? 3 : 10;

interface Latencies {
  /** From the time that the append stamped on the event, milliseconds: a little more than the time since the commit, which comes next. */
  stamped: { p50: number; p99: number };
  /** From sending the POST. */
  sent: { p50: number; p99: number };
  /** From the POST's answer; below zero when the frame was faster than the answer. */
  answered: { p50: number; p99: number };
  busy: number;
}

async function measureOnce(server: ServerProcess, team: BenchTeam, seed: number): Promise<Latencies> {
  const url = `${server.origin}/api/teams/${team.slug}/activities`;
  const readers = await openReaders(`${url}/stream`, team.key, READERS);
  const stamped: number[] = [];
  const sent: number[] = [];
  const answered: number[] = [];
  const before = performance.eventLoopUtilization();
  const post = async (body: string) => {
    const from = performance.now();
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${team.key}`, "content-type": "application/json" },
      body,
    });
    const committed = performance.now();
    const { seq, receivedAt }: { seq: number; receivedAt: string } = await response.json();
    const stampedAt = Date.parse(receivedAt) - performance.timeOrigin;
    const deadline = performance.now() + 5_000;
    while ((readers.arrivals.get(seq)?.length ?? 0) < READERS) {
      if (performance.now() > deadline) throw new Error(`event ${seq} did not reach every reader`);
      await sleep(20);
    }
    for (const at of readers.arrivals.get(seq) ?? []) {
      stamped.push(at - stampedAt);
      sent.push(at - from);
      answered.push(at - committed);
    }
  };
  const posts: Promise<void>[] = [];
  for (const event of makeEvents(EVENTS_PER_SECOND * SECONDS, seed)) {
    posts.push(post(JSON.stringify(event)));
    // Spread around the mean, so that posts do not fall into step with anything.
    await sleep((1_000 / EVENTS_PER_SECOND) * (0.5 + Math.random()));
  }
  await Promise.all(posts);
  const { utilization } = performance.eventLoopUtilization(before);
  readers.close();
  await sleep(200);
  const spread = (values: number[]) => ({ p50: percentile(values, 50), p99: percentile(values, 99) });
  return { stamped: spread(stamped), sent: spread(sent), answered: spread(answered), busy: utilization };
}

async function measure(server: ServerProcess, team: BenchTeam): Promise<Latencies[]> {
  try {
    await measureOnce(server, team, 1);
    const runs: Latencies[] = [];
    for (let seed = 2; seed < 2 + options.repetitions; seed += 1) runs.push(await measureOnce(server, team, seed));
    return runs;
  } finally {
    await server.stop();
  }
}

function figures(name: string, runs: Latencies[], isJudged: boolean): Figure[] {
  const middle = (pick: (run: Latencies) => number) => median(runs.map(pick));
  const pair = (what: string, way: "stamped" | "sent" | "answered", most: { p50: number; p99: number } | null) =>
    (["p50", "p99"] as const).map((rank) =>
      limit(
        `${name}: ${what}, ${rank}`,
        middle((run) => run[way][rank]),
        most === null ? null : most[rank],
        "ms",
      ),
    );
  return [
    ...pair("commit to frame at the reader", "stamped", isJudged ? { p50: 10, p99: 50 } : null),
    ...pair("POST sent to frame", "sent", null),
    ...pair("POST answered to frame", "answered", null),
  ];
}

buildWhenStale();
const database = await createBenchDatabase();
const dataDir = await mkdtemp(join(tmpdir(), "las-bench-"));
try {
  await publish(async () => {
    const team = await prepareTeam({ url: database.url, dataDir: "" }, "latency");
    const onServer = await measure(await startProduct({ DATABASE_URL: database.url }), team);
    const ownTeam = await prepareTeam({ dataDir }, "latency");
    const embedded = await measure(await startProduct({ DATA_DIR: dataDir }), ownTeam);
    const busy = Math.round(100 * Math.max(...[...onServer, ...embedded].map((run) => run.busy)));
    return {
      name: "latency",
      title: `Commit to browser, ${READERS} readers, ${EVENTS_PER_SECOND} events/s`,
      databases: [database.version],
      figures: [...figures("PostgreSQL", onServer, true), ...figures("embedded", embedded, false)],
      notes: [
        `${READERS} streams over HTTP and the poster share one process, and one clock, beside the server; its event loop was busy at most ${busy} % (${busy > 50 ? "it may have added to the latencies" : "it was not the limit"}). ` +
          "Commit: counted from `receivedAt`, which the append stamps in whole milliseconds before it inserts, so that the insert, the commit itself and up to a millisecond are counted too; database and readers share one machine's clock.",
      ],
    };
  });
} finally {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
}
