import { sql } from "drizzle-orm";
import type { Pool, PoolClient } from "pg";
import type { Cursor } from "@/activity/cursor";
import type { Filter } from "@/activity/filter";
import type { Db } from "@/db/drivers/driver";
import { BUDGET_MS, DEFAULT_LIMIT, listActivities, TOP } from "@/db/queries/list-activities";
import { pageStatement, type Scan } from "@/db/queries/read-page";

/** Medians of one read, milliseconds. */
export interface Measured {
  /** Planning and execution in the database, as EXPLAIN ANALYZE says. */
  database: number;
  /** The whole call from the client. */
  client: number;
  items: number;
  stopped: boolean;
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function statement(teamId: string, filter: Filter, cursor: Cursor | undefined) {
  const scan: Scan = { ...(cursor ?? { direction: "older", ...TOP }), limit: DEFAULT_LIMIT + 1 };
  return pageStatement(teamId, filter, [scan], BUDGET_MS);
}

const FIRST_PLANS = 6;

interface Explained extends Record<string, unknown> {
  "QUERY PLAN": { "Planning Time": number; "Execution Time": number }[];
}

/** Reads a page `runs` times each way, after two warm runs. */
export async function measure(
  db: Db,
  teamId: string,
  filter: Filter,
  options: { cursor?: Cursor | undefined; runs: number },
): Promise<Measured> {
  const client: number[] = [];
  const database: number[] = [];
  let page = await listActivities(db, { id: teamId }, { filter, cursor: options.cursor });
  for (let run = -2; run < options.runs; run += 1) {
    const start = performance.now();
    page = await listActivities(db, { id: teamId }, { filter, cursor: options.cursor });
    const took = performance.now() - start;
    const { rows } = await db.execute<Explained>(
      sql`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${statement(teamId, filter, options.cursor)}`,
    );
    const plan = rows[0]?.["QUERY PLAN"][0];
    if (run < 0 || plan === undefined) continue;
    client.push(took);
    database.push(plan["Planning Time"] + plan["Execution Time"]);
  }
  return {
    database: median(database),
    client: median(client),
    items: page.items.length,
    stopped: page.searchedBackTo !== undefined,
  };
}

/** The cursor of the last full page of a filter: a place with 60 rows below it. */
export async function deepest(db: Db, teamId: string, filter: Filter): Promise<Cursor | undefined> {
  const bottom: Cursor = { direction: "newer", timestamp: 0, seq: 0 };
  const page = await listActivities(db, { id: teamId }, { filter, cursor: bottom, limit: 60 });
  return page.prevCursor === null || page.nextCursor === null || page.items[0] === undefined
    ? undefined
    : { direction: "older", timestamp: Date.parse(page.items[0].timestamp), seq: page.items[0].seq };
}

/** EXPLAIN (ANALYZE, BUFFERS) of every statement of one page, those inside the functions too. */
export async function explain(
  pool: Pool,
  db: Db,
  read: { teamId: string; filter: Filter; cursor?: Cursor | undefined },
): Promise<string> {
  const client: PoolClient = await pool.connect();
  const plans: string[] = [];
  const onNotice = (notice: { message?: string | undefined }) => plans.push(notice.message ?? "");
  client.on("notice", onNotice);
  try {
    await client.query(`LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on;
      SET auto_explain.log_analyze = on; SET auto_explain.log_buffers = on; SET auto_explain.log_timing = off; SET client_min_messages = log`);
    // Drizzle writes the text and the parameters; the statement runs on this connection, which has auto_explain.
    const query = (
      db as Db & { dialect: { sqlToQuery(q: unknown): { sql: string; params: unknown[] } } }
    ).dialect.sqlToQuery(statement(read.teamId, read.filter, read.cursor));
    await client.query(query.sql, query.params);
  } finally {
    client.off("notice", onNotice);
    client.release(true);
  }
  const texts = plans.map((plan) => plan.replace(/Query Text:[\s\S]*?\n(?=\S)/, "").trim());
  const rest = texts.length - FIRST_PLANS - 2;
  // A walk repeats the same two statements week by week.
  return rest > 1
    ? [...texts.slice(0, FIRST_PLANS), `… ${rest} more such statements …`, ...texts.slice(-2)].join("\n\n")
    : texts.join("\n\n");
}
