import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { Hub } from "./hub";
import { createAppender } from "./testing/append-rows";
import { findFaults, runDelivery } from "./testing/delivery";

const WRITERS = 8;
const EVENTS_EACH = 100;

let writing: TestDatabase;
let reading: TestDatabase[];
beforeAll(async () => {
  writing = await openTestDatabase();
  reading = [await openTestDatabase(), await openTestDatabase()];
});
afterAll(async () => {
  for (const database of [writing, ...reading]) await database.close();
});

const run = (statement: string) => writing.db.execute(sql.raw(statement));

/** Delays a fifth of one team's inserts by up to 3 ms, as a busy disk would. */
async function delayInserts(teamId: string, name: string): Promise<void> {
  await run(`CREATE FUNCTION ${name}_delay() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(random() * 0.003); RETURN NEW; END $$`);
  await run(`CREATE TRIGGER ${name} BEFORE INSERT ON activity_events FOR EACH ROW
    WHEN (NEW.team_id = '${teamId}' AND random() < 0.2) EXECUTE FUNCTION ${name}_delay()`);
}

/** The append function as it would be with a sequence in place of the counter's lock. */
async function createAppendWithoutLock(name: string): Promise<string> {
  const { rows } = await writing.db.execute<{ source: string }>(
    sql`SELECT pg_get_functiondef('append_activities'::regproc) AS source`,
  );
  let source = rows[0]?.source ?? "";
  const swaps: [string, string][] = [
    ["append_activities(", `${name}_append(`],
    ["SELECT s.last_seq,", `SELECT nextval('${name}_seq') - 1,`],
    [" FOR UPDATE", ""],
    ["last_seq = v_base + v_count", "last_seq = greatest(s.last_seq, v_base + v_count)"],
  ];
  for (const [from, to] of swaps) {
    expect(source).toContain(from);
    source = source.replace(from, to);
  }
  await run(`CREATE SEQUENCE ${name}_seq`);
  await run(source);
  return `${name}_append`;
}

/** Eight writers, a fifth of their inserts delayed, against 20 readers on two servers. */
async function deliver(name: string, team: { id: string; epoch: string }, functionName?: string) {
  await delayInserts(team.id, name);
  const hubs = reading.map((database) => new Hub(async () => database));
  const write = async () => {
    const seqs: number[] = [];
    const writer = async () => {
      const append = await createAppender(writing.db, team.id, functionName);
      for (let sent = 0; sent < EVENTS_EACH; sent += 1) seqs.push(...(await append([{}])));
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));
    return seqs;
  };
  const delivery = await runDelivery({ team, hubs, readers: 20, write });
  for (const hub of hubs) await hub.shutDown();
  await run(`DROP FUNCTION ${name}_delay() CASCADE`);
  expect(delivery.acknowledged.length).toBe(WRITERS * EVENTS_EACH);
  return findFaults(delivery);
}

describe("delivery while inserts are slow at random", { timeout: 60_000 }, () => {
  it("loses, doubles and reorders nothing, and leaves no hole", async () => {
    const team = await writing.createTeam();
    const faults = await deliver(`t${team.id.slice(0, 8)}`, team);
    expect(faults).toEqual({ lost: 0, doubled: 0, disordered: 0, holes: 0 });
  });

  it("loses events, and is seen to, once the counter's lock is taken out of the append function", async () => {
    const team = await writing.createTeam();
    const name = `t${team.id.slice(0, 8)}`;
    const faults = await deliver(name, team, await createAppendWithoutLock(name));
    await run(`DROP SEQUENCE ${name}_seq`);
    await run(`DROP FUNCTION ${name}_append`);
    expect(faults.lost).toBeGreaterThan(0);
  });
});
