/**
 * Reads side by side at growing sizes, on a database of its own: `npx tsx bench/reads/run.ts --rows 10000,100000,1000000`;
 * `--quick` stops at 100,000, `--only <text>` reads the cases whose name holds it.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import type { Driver } from "@/db/drivers/driver";
import { openPgDriver } from "@/db/drivers/pg";
import { migrateDatabase } from "@/db/migrate";
import { keepResults } from "../report";
import { CASES, type ReadCase, TARGETS } from "./cases";
import { fill, TEAMS } from "./fill";
import { deepest, explain, type Measured, measure } from "./measure";

const DATABASE = "las_bench_reads";
const RUNS = 15;
const PLANS = join(process.cwd(), "bench/reads/plans");

interface Line {
  read: ReadCase;
  /** By number of rows. */
  first: Map<number, Measured>;
  deep: Map<number, Measured>;
}

async function withScratchDatabase<T>(use: (driver: Driver) => Promise<T>): Promise<T> {
  const server = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${DATABASE}`);
  const url = new URL(server);
  url.pathname = `/${DATABASE}`;
  const driver = openPgDriver(url.href, url.href);
  try {
    await migrateDatabase(driver);
    return await use(driver);
  } finally {
    await driver.close();
    await admin.query(`DROP DATABASE ${DATABASE} WITH (FORCE)`);
    await admin.end();
  }
}

/** How much a filter may grow from the size before, and from its first page to its deepest. Below `NOISE_MS` it is all noise. */
const MOST_GROWTH = 1.5;
const MOST_DEPTH = 1.2;
const NOISE_MS = 0.1;

/** A ratio of two measured times, marked when it is more than `most` allows. */
function growth(after: Measured | undefined, before: Measured | undefined, most: number): string {
  if (after === undefined || before === undefined) return "";
  const isMissed = after.database > before.database * most + NOISE_MS;
  return `${(after.database / before.database).toFixed(2)} ×${isMissed ? " MISSED" : ""}`;
}

const ms = (value: number | undefined) => (value === undefined ? "" : value.toFixed(2));

function toTable(lines: Line[], sizes: number[]): string {
  const [last = 0, before] = [sizes.at(-1), sizes.at(-2)];
  const head = [
    "read",
    ...sizes.map((rows) => `${rows} rows`),
    "growth",
    "deepest / first",
    "client",
    "items",
    "target",
  ];
  const rows = lines.map(({ read, first, deep }) => {
    const at = first.get(last);
    const earlier = before === undefined ? undefined : first.get(before);
    const bottom = deep.get(last);
    const target = TARGETS[read.kind];
    return [
      read.name,
      ...sizes.map((size) => ms(first.get(size)?.database)),
      growth(at, earlier, read.kind === "filter" ? MOST_GROWTH : Number.POSITIVE_INFINITY),
      growth(bottom, at, MOST_DEPTH),
      ms(at?.client),
      `${at?.items ?? 0}${at?.stopped ? ", goes on" : ""}`,
      `≤ ${target}${at !== undefined && at.database > target ? " MISSED" : ""}`,
    ];
  });
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Fills the scratch database at each size, reads every case, stores the plans of a last size of a million or more, and gives the table (Markdown). */
export async function runReadsBench(sizes: number[] = [10_000, 100_000, 1_000_000], wanted = ""): Promise<string> {
  const cases = CASES.filter(({ name }) => name.includes(wanted));
  return await withScratchDatabase(async ({ db, pool }) => {
    const teamId = TEAMS[0] ?? "";
    const lines = cases.map((read): Line => ({ read, first: new Map(), deep: new Map() }));
    for (const rows of sizes) {
      const start = performance.now();
      await fill(pool, rows);
      console.error(`${rows} rows filled in ${((performance.now() - start) / 1000).toFixed(0)} s`);
      for (const { read, first, deep } of lines) {
        first.set(rows, await measure(db, teamId, read.filter, { runs: RUNS }));
        const cursor = read.kind === "filter" ? await deepest(db, teamId, read.filter) : undefined;
        if (cursor) deep.set(rows, await measure(db, teamId, read.filter, { runs: RUNS, cursor }));
        if (rows !== sizes.at(-1) || rows < 1_000_000) continue;
        await mkdir(PLANS, { recursive: true });
        const file = `${read.name
          .replace(/[^a-z0-9]+/gi, "-")
          .replace(/-$/, "")
          .toLowerCase()}.txt`;
        await writeFile(join(PLANS, file), `${await explain(pool, db, { teamId, filter: read.filter })}\n`);
      }
    }
    const { rows } = await pool.query<{ version: string }>("SELECT version()");
    const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}, Node ${process.version}, ${rows[0]?.version.split(" on ")[0]}`;
    return `Milliseconds in the database, median of ${RUNS}, the largest of five teams (60 % of the rows), a page of 50. ${machine}.\n\n${toTable(lines, sizes)}`;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({
    options: { rows: { type: "string" }, only: { type: "string" }, quick: { type: "boolean", default: false } },
  });
  const sizes = values.quick ? [10_000, 100_000] : values.rows?.split(",").map(Number);
  const table = await runReadsBench(sizes, values.only);
  console.log(table);
  if (values.only === undefined && !values.quick) {
    await keepResults("reads", `# Reads\n\n${table}\n`);
  }
  if (table.includes("MISSED")) process.exitCode = 1;
}
