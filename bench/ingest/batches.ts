// Batches of 500: the append function, and whole POSTs, against COPY of the same rows into the same table and indexes.
import { performance } from "node:perf_hooks";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { Driver } from "@/db/drivers/driver";
import { type AppendBatch, appendActivities } from "@/db/queries/append-activities";
import { captureActivitiesCall } from "@/handlers/activities/capture-activities";
import { web } from "@/handlers/web";
import { enrich } from "@/ingest/enrich";
import { resolveNames } from "@/ingest/resolve-names";
import { makeEvents } from "../events";
import { options } from "../options";
import { type Figure, ratio } from "../report";
import { median, show } from "../statistics";
import type { BenchTeam } from "../team";
import { createTwin, startAfresh } from "./tables";

const ROWS = options.quick ? 10_000 : 30_000;
const BATCH = 500;
/** As many as group commit has on their way at once. */
const IN_FLIGHT = 2;
const TWIN = "bench_copy";

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  const one = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, one));
}

async function rowsPerSecond(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (ROWS * 1_000) / (performance.now() - start);
}

/** The rows of the feed as COPY's own text, read back from what the append stored. */
async function readRows(driver: Driver): Promise<Buffer> {
  const client = await driver.pool.connect();
  try {
    return await buffer(client.query(copyTo("COPY (SELECT * FROM activity_events ORDER BY seq) TO STDOUT")));
  } finally {
    client.release();
  }
}

async function copyRows(driver: Driver, rows: Buffer): Promise<void> {
  const client = await driver.pool.connect();
  try {
    const chunks = Array.from({ length: Math.ceil(rows.length / 65_536) }, (_, place) =>
      rows.subarray(place * 65_536, (place + 1) * 65_536),
    );
    await pipeline(Readable.from(chunks), client.query(copyFrom(`COPY ${TWIN} FROM STDIN`)));
  } finally {
    client.release();
  }
}

async function checkCount(driver: Driver, table: string): Promise<void> {
  const result = await driver.pool.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
  if (Number(result.rows[0]?.count) !== ROWS) throw new Error(`${table} holds ${result.rows[0]?.count} rows`);
}

/** Measures the three by turns on one set of events. */
export async function measureBatches(driver: Driver, team: BenchTeam): Promise<{ figures: Figure[]; notes: string[] }> {
  await createTwin(driver.pool, TWIN);
  const events = makeEvents(ROWS, 77);
  const chunks = Array.from({ length: ROWS / BATCH }, (_, place) => events.slice(place * BATCH, (place + 1) * BATCH));
  const batches: AppendBatch[] = [];
  for (const chunk of chunks) {
    const names = await resolveNames(driver.db, team.id, chunk, "lazily");
    const activities = chunk.flatMap((event, place) => {
      const resolved = names[place];
      return resolved === undefined ? [] : [enrich(event, resolved)];
    });
    batches.push({ activities, requests: [] });
  }
  const bodies = chunks.map((chunk) => JSON.stringify(chunk));
  const post = web(captureActivitiesCall);
  const url = `http://localhost/api/teams/${team.slug}/activities`;
  const headers = { authorization: `Bearer ${team.key}`, "content-type": "application/json" };
  const params = Promise.resolve({ team: team.slug });

  const append = () => inTurns(batches, (batch) => appendActivities(driver.db, team.id, batch));
  const posts = () =>
    inTurns(bodies, async (body) => {
      const response = await post(new Request(url, { method: "POST", headers, body }), { params });
      if (response.status !== 201) throw new Error(`a batch was answered ${response.status}: ${await response.text()}`);
      await response.text();
    });

  const rates = { append: [] as number[], posts: [] as number[], copy: [] as number[], busy: [] as number[] };
  let rows: Buffer | null = null;
  for (let repetition = 0; repetition <= options.repetitions; repetition += 1) {
    await startAfresh(driver.pool, TWIN);
    const appended = await rowsPerSecond(append);
    await checkCount(driver, "activity_events");
    rows ??= await readRows(driver);
    const text = rows;

    await startAfresh(driver.pool, TWIN);
    const copied = await rowsPerSecond(() => copyRows(driver, text));
    await checkCount(driver, TWIN);

    await startAfresh(driver.pool, TWIN);
    const before = performance.eventLoopUtilization();
    const posted = await rowsPerSecond(posts);
    const { utilization } = performance.eventLoopUtilization(before);
    await checkCount(driver, "activity_events");
    if (repetition === 0) continue;
    rates.append.push(appended);
    rates.copy.push(copied);
    rates.posts.push(posted);
    rates.busy.push(utilization);
  }

  const copy = median(rates.copy);
  const rate = (ours: number[]) => ({ ours: median(ours), against: copy, unit: "rows/s", show });
  return {
    figures: [
      ratio(`append function, batches of ${BATCH}, against COPY`, rate(rates.append), { atLeast: 0.6 }),
      ratio(`POSTs of ${BATCH} through the route's function, against COPY`, rate(rates.posts), { atLeast: 0.4 }),
    ],
    notes: [
      `Batches: ${show(ROWS)} rows a repetition, tables emptied before each. COPY is a single stream of ready-made text in one transaction; the appends take enriched rows, ${IN_FLIGHT} batches in flight, as group commit has; the POSTs are real Requests, with reading, validation and enrichment, ${IN_FLIGHT} in flight. ` +
        `This process, which also builds the Requests, was busy ${Math.round(100 * median(rates.busy))} % during the POSTs.`,
    ],
  };
}
