import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const TEAM = "'00000000-0000-4000-8000-000000000000'";
/** What the statements of the read functions take, as they are written there: type, and a value to plan with. */
const ARGUMENTS: Record<string, [type: string, value: string]> = {
  p_team: ["uuid", TEAM],
  p_types: ["text[]", "'{a.*}'"],
  p_values: ["text[]", "'{task}'"],
  v_types: ["text[]", "'{a}'"],
  v_ids: ["uuid[]", `ARRAY[${TEAM}::uuid]`],
  p_time: ["timestamptz", "'2026-01-01Z'"],
  p_seq: ["bigint", "7"],
  p_end_time: ["timestamptz", "'2026-01-01Z'"],
  p_end_seq: ["bigint", "0"],
  v_time: ["timestamptz", "'2026-01-01Z'"],
  v_seq: ["bigint", "7"],
  v_left: ["int", "51"],
  v_most: ["int", "500"],
  v_rows: ["int", "500"],
  p_limit: ["int", "51"],
  v_all: ["tsquery", "'a'"],
  v_mark: ["tsquery", "'a'"],
  p_words: ["tsquery", "'a'"],
  p_facets: ["tsquery", "'a'"],
};

/** The plan of the statement that `pattern` finds in a function's body, under that function's own settings. */
async function planOf(name: string, pattern: RegExp): Promise<string> {
  const found = await database.db.execute<{ prosrc: string; proconfig: string[] }>(
    sql`SELECT prosrc, proconfig FROM pg_proc WHERE proname = ${name}`,
  );
  const [row] = found.rows;
  const text = pattern.exec(row?.prosrc ?? "")?.[1];
  if (row === undefined || text === undefined) throw new Error(`no such statement in ${name}`);
  const used: string[] = [];
  const numbered = text.replace(/INTO v_[a-z, _]+/, "").replace(/\b[pv]_[a-z_]+/g, (argument) => {
    if (!used.includes(argument)) used.push(argument);
    return `$${used.indexOf(argument) + 1}`;
  });
  const [types, values] = [0, 1].map((part) => used.map((argument) => ARGUMENTS[argument]?.[part]).join(", "));
  return await database.db.transaction(async (transaction) => {
    for (const setting of row.proconfig) {
      await transaction.execute(sql.raw(`SET LOCAL ${setting.replace("=", " = ")}`));
    }
    await transaction.execute(sql.raw(`PREPARE planned (${types}) AS ${numbered}`));
    const { rows } = await transaction.execute<{ "QUERY PLAN": string }>(
      sql.raw(`EXPLAIN (COSTS OFF) EXECUTE planned(${values})`),
    );
    await transaction.execute(sql`DEALLOCATE planned`);
    return rows.map((line) => line["QUERY PLAN"]).join("\n");
  });
}

/** That a row is hidden is looked at in the row: hardly one is. */
const withoutHidden = (plan: string) => plan.replaceAll("Filter: (hidden_seq IS NULL)", "");

const LAST_STATEMENT = /[\s\S]*RETURN QUERY\s+(SELECT[\s\S]*?);/;
const INDEX = {
  group: "activity_events_group",
  type: "activity_events_type",
  actor: "activity_events_actor",
  entity: "activity_events_entity",
  actor_type: "activity_events_actor_type",
  source: "activity_events_source",
  source_type: "activity_events_source_type",
};

describe.each(["older", "newer"])("the plans of the feed, going %s,", (way) => {
  it.each(["feed", "important"])("read %s in order from its index", async (path) => {
    const plan = await planOf(`list_by_${path}_${way}`, LAST_STATEMENT);
    expect(plan).toMatch(new RegExp(`Index (Only )?Scan (Backward )?using activity_events_${path} on`));
    expect(withoutHidden(plan)).not.toMatch(/Sort|Seq Scan|Bitmap|Filter/);
  });

  it.each(Object.entries(INDEX))("read each branch of %s in order from its index", async (path, index) => {
    const plan = await planOf(`list_by_${path}_${way}`, LAST_STATEMENT);
    const branch = plan.slice(plan.lastIndexOf("->  Limit"));
    expect(plan).toMatch(/^Limit/);
    expect(branch).toMatch(new RegExp(`Index (Only )?Scan (Backward )?using ${index} on`));
    expect(withoutHidden(branch)).not.toMatch(/Sort|Seq Scan|Bitmap|Filter/);
    expect(plan).not.toMatch(/Seq Scan/);
  });

  it("try the nearest rows and jump to the next week by the feed's index, and search a week by the search index", async () => {
    const name = `list_by_walk_${way}`;
    const nearest = await planOf(name, /FOR v_row IN (SELECT[\s\S]*?)\s+LOOP/);
    const jump = await planOf(name, /(SELECT e\.timestamp INTO v_at [\s\S]*?);/);
    const both = await planOf(name, /(WITH matching[\s\S]*?);/);
    const one = await planOf(name, /ELSE\s+(WITH matching[\s\S]*?);/);
    for (const plan of [nearest, jump]) {
      expect(plan).toMatch(/Index (Only )?Scan (Backward )?using activity_events_feed on/);
      expect(plan).not.toMatch(/Sort|Seq Scan|Bitmap|Filter/);
    }
    for (const plan of [both, one]) {
      expect(plan).toMatch(/Bitmap Index Scan on activity_events_search/);
      expect(plan).not.toMatch(/Seq Scan|activity_events_feed/);
    }
  });
});
