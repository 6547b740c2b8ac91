import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { metrics } from "@/metrics";
import { openDriver } from "./client";
import type { Driver } from "./drivers/driver";
import { listFeedPage } from "./queries/list-feed-page";
import { listPeople } from "./queries/list-people";
import { readFresh } from "./read-fresh";
import { openEmptyDatabase } from "./testing/empty-database";
import { appendRandom, createWorld, seeded, type World } from "./testing/random-activities";
import { openTestDatabase, type TestDatabase } from "./testing/test-database";
import { withReplica } from "./with-replica";

/** What a replica has of a team, each before what points to it. */
const TABLES = ["teams", "actors", "entities", "activity_events", "team_sequences"];
const random = seeded(7);

let primary: TestDatabase;
let copy: Driver;
let world: World;
beforeAll(async () => {
  primary = await openTestDatabase();
  copy = await openEmptyDatabase();
});
afterAll(async () => {
  await copy.close();
  await primary.close();
});
beforeEach(async () => {
  world = await createWorld(primary.db, (await primary.createTeam()).id);
  await write(3);
});

async function write(count: number): Promise<void> {
  await appendRandom(primary.db, world, { random, count, spanMs: 1_000 });
}

/** Lets the replica catch up with the team, by hand. */
async function replicate(): Promise<void> {
  for (const table of TABLES.toReversed()) {
    const column = table === "teams" ? "id" : "team_id";
    await copy.db.execute(sql.raw(`DELETE FROM ${table} WHERE ${column} = '${world.teamId}'`));
  }
  for (const table of TABLES) {
    const column = table === "teams" ? "id" : "team_id";
    const { rows } = await primary.db.execute<{ rows: string | null }>(
      sql.raw(`SELECT json_agg(t)::text AS rows FROM ${table} t WHERE ${column} = '${world.teamId}'`),
    );
    const text = rows[0]?.rows ?? "[]";
    await copy.db.execute(
      sql`INSERT INTO ${sql.identifier(table)} SELECT * FROM json_populate_recordset(NULL::${sql.identifier(table)}, ${text}::json)`,
    );
  }
  // How a page of the replica is recognised.
  await copy.db.execute(sql`UPDATE activity_events SET message = 'from the replica' WHERE team_id = ${world.teamId}`);
}

async function page(driver: Driver) {
  const { items, lastEventId } = await listFeedPage(driver, { id: world.teamId }, { filter: {} });
  const isCopy = items.length > 0 && items.every(({ message }) => message === "from the replica");
  return { from: isCopy ? "replica" : "primary", count: items.length, lastSeq: Number(lastEventId.split(".")[1]) };
}

describe("a page", () => {
  it("comes from a replica that holds everything, and from the primary as soon as something newer was written", async () => {
    const driver = withReplica(primary, copy);
    await replicate();
    const before = { ...metrics.replicaReads };
    expect(await page(driver)).toEqual({ from: "replica", count: 3, lastSeq: 3 });
    await write(1);
    expect(await page(driver)).toEqual({ from: "primary", count: 4, lastSeq: 4 });
    expect(driver.replica?.state.status).toBe("behind");
    await replicate();
    expect(await page(driver)).toEqual({ from: "replica", count: 4, lastSeq: 4 });
    expect(driver.replica?.state).toMatchObject({ status: "ok", reason: null });
    expect(metrics.replicaReads).toEqual({ ...before, replica: before.replica + 2, behind: before.behind + 1 });
  });

  it("comes from the primary while the replica has not heard of the team, or of its new epoch", async () => {
    const driver = withReplica(primary, copy);
    expect(await page(driver)).toEqual({ from: "primary", count: 3, lastSeq: 3 });
    expect(driver.replica?.state.status).toBe("ok");
    await replicate();
    await primary.db.execute(sql`UPDATE team_sequences SET epoch = 'renewed' WHERE team_id = ${world.teamId}`);
    expect(await page(driver)).toMatchObject({ from: "primary" });
  });

  it("holds its writer's own last event, whatever the replica is about", async () => {
    const driver = withReplica(primary, copy);
    for (let written = 4; written <= 20; written += 1) {
      await write(1);
      const replicating = random() < 0.5 ? replicate() : undefined;
      const seen = await page(driver);
      expect(seen.lastSeq).toBe(written);
      expect(seen.count).toBe(written);
      await replicating;
    }
  });

  it("comes from the primary when the replica is dead, which is asked again beside later pages", async () => {
    await replicate();
    let isDead = true;
    const db = new Proxy(copy.db, {
      get: (target, name, receiver) => {
        if (isDead) throw new Error("connect ECONNREFUSED");
        return Reflect.get(target, name, receiver);
      },
    });
    const driver = withReplica(primary, { db, close: async () => {} });
    expect(await page(driver)).toMatchObject({ from: "primary", count: 3 });
    expect(driver.replica?.state).toMatchObject({ status: "away", reason: "connect ECONNREFUSED" });
    isDead = false;
    expect(await page(driver)).toMatchObject({ from: "primary" });
    expect(await driver.replica?.check()).toMatchObject({ status: "ok" });
    expect(await page(driver)).toMatchObject({ from: "replica" });
  });

  it("comes from the primary when nothing listens at the replica's address", async () => {
    const nowhere = await openDriver({ url: "postgres://postgres@127.0.0.1:1/none", driver: "pg", dataDir: "" });
    const driver = withReplica(primary, nowhere);
    expect(await page(driver)).toMatchObject({ from: "primary", count: 3 });
    expect(driver.replica?.state.status).toBe("away");
    expect(driver.replica?.state.reason).toContain("ECONNREFUSED");
    await nowhere.close();
  });

  it("does not wait for a replica that never answers", async () => {
    const never = new Proxy(copy.db, { get: () => () => new Promise(() => {}) });
    const driver = withReplica(primary, { db: never, close: async () => {} });
    const started = performance.now();
    expect(await page(driver)).toMatchObject({ from: "primary" });
    expect(performance.now() - started).toBeLessThan(4_000);
    const again = performance.now();
    expect(await page(driver)).toMatchObject({ from: "primary" });
    expect(performance.now() - again).toBeLessThan(1_000);
  });
});

it("people come from the replica only with everything that was written before", async () => {
  const driver = withReplica(primary, copy);
  const people = () =>
    readFresh(
      driver,
      world.teamId,
      (db) => listPeople(db, world.teamId, ""),
      ({ place }) => place,
    );
  await replicate();
  await copy.db.execute(sql`UPDATE actors SET name = 'from the replica' WHERE team_id = ${world.teamId}`);
  const names = async () => new Set((await people()).items.map(({ name }) => name));
  expect(await names()).toEqual(new Set(["from the replica"]));
  await write(1);
  expect((await names()).has("from the replica")).toBe(false);
});
