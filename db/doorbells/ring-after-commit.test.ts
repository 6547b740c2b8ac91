import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { DirectClient, Executor } from "../drivers/driver";
import { ringAccess } from "../queries/ring-access";
import { appendRandom, createWorld, seeded, type World } from "../testing/random-activities";
import { openTestDatabase, type TestDatabase } from "../testing/test-database";
import { Broker } from "./broker";
import { withBroker } from "./ring-after-commit";

const random = seeded(3);
/** What the broker took, and what Postgres notified, of the team of a test. */
const rung: string[] = [];
const notified: string[] = [];
let database: TestDatabase;
let listener: DirectClient;
let world: World;
beforeAll(async () => {
  database = await openTestDatabase();
  const broker = new Broker("nats", async () => ({
    publish: async (topic, payload) => void rung.push(`${topic} ${payload}`),
    subscribe: async () => {},
    onEnd: () => {},
    close: async () => {},
  }));
  const driver = withBroker(database, broker);
  database = { ...database, close: driver.close };
  listener = await database.connectDirect();
  // Other suites ring in the same database, also before the first world is there.
  listener.onNotification((_, payload) => notified.push(payload));
  await listener.query("LISTEN activity; LISTEN access");
});
afterAll(async () => {
  await listener.close();
  await database.close();
});
beforeEach(async () => {
  world = await createWorld(database.db, (await database.createTeam()).id);
  rung.length = 0;
});

const notifiedOfOurs = () => notified.filter((payload) => payload.includes(world.teamId));
const append = (db: Executor) => appendRandom(db, world, { random, count: 2, spanMs: 1 });
/** Longer than a ring that was begun takes to arrive. */
const settled = () => new Promise((done) => setTimeout(done, 50));

it("rings over the broker, and leaves NOTIFY alone", async () => {
  await append(database.db);
  await ringAccess(database.db, { teamId: world.teamId });
  await settled();
  expect(rung).toEqual([`activity ${world.teamId}:2`, `access ${world.teamId}`]);
  expect(notifiedOfOurs()).toEqual([]);
});

it("rings for a transaction when it has committed, those within it included", async () => {
  await database.db.transaction(async (tx) => {
    await append(tx);
    await tx.transaction((inner) => append(inner));
    await ringAccess(tx, { userId: world.teamId });
    await settled();
    expect(rung).toEqual([]);
  });
  await settled();
  expect(rung).toEqual([`activity ${world.teamId}:4`, `access user:${world.teamId}`]);
  expect(notifiedOfOurs()).toEqual([]);
});

it("rings for nothing that was rolled back", async () => {
  const givenUp = database.db.transaction(async (tx) => {
    await append(tx);
    throw new Error("given up");
  });
  await expect(givenUp).rejects.toThrow("given up");
  await settled();
  expect(rung).toEqual([]);
});
