import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { Hub } from "./hub";
import { createAppender } from "./testing/append-rows";
import { openReader } from "./testing/open-reader";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** A driver whose LISTEN connections can be told apart from those of other tests on the server. */
function named(name: string) {
  return {
    ...database,
    connectDirect: async () => {
      const client = await database.connectDirect();
      await client.query(`SET application_name = '${name}'`);
      return client;
    },
  };
}

it("a listener that is killed is made up for by the poll within 2 s, and comes back", async () => {
  const team = await database.createTeam();
  const append = await createAppender(database.db, team.id);
  const name = `las-test-${team.id.slice(0, 8)}`;
  let isBlocked = false;
  const driver = named(name);
  const hub = new Hub(async () => ({
    ...driver,
    connectDirect: () => (isBlocked ? Promise.reject(new Error("still away")) : driver.connectDirect()),
  }));
  const reader = openReader(hub, { teamId: team.id });
  await reader.until(() => hub.listenerState().state === "live");
  isBlocked = true;
  await database.db.execute(
    sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ${name}`,
  );
  await reader.until(() => hub.listenerState().state === "polling");
  expect(hub.listenerState().reason).not.toBeNull();

  const started = performance.now();
  await append([{}, {}]);
  await reader.until((one) => one.seqs().join() === "1,2", 2_000);
  expect(performance.now() - started).toBeLessThan(2_000);

  isBlocked = false;
  await reader.until(() => hub.listenerState().state === "live", 15_000);
  await append([{}]);
  await reader.until((one) => one.seqs().join() === "1,2,3");
  await hub.shutDown();
});

it("closes LISTEN with its last reader: no connection is left on the server", async () => {
  const team = await database.createTeam();
  const name = `las-test-${team.id.slice(0, 8)}`;
  const driver = named(name);
  const hub = new Hub(async () => driver);
  const reader = openReader(hub, { teamId: team.id });
  await reader.until(() => hub.listenerState().state === "live");
  const count = async () => {
    const { rows } = await database.db.execute<{ count: string }>(
      sql`SELECT count(*) AS count FROM pg_stat_activity WHERE application_name = ${name}`,
    );
    return Number(rows[0]?.count);
  };
  expect(await count()).toBe(1);
  reader.cut();
  await hub.shutDown();
  for (let round = 0; (await count()) > 0 && round < 50; round += 1) await new Promise((done) => setTimeout(done, 20));
  expect(await count()).toBe(0);
});
