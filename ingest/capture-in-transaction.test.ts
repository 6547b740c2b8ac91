import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { captureInTransaction, captureItems } from "./capture";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const event = (key: string) => ({
  eventType: "task.created",
  actor: { id: key, name: "Ada" },
  entity: { type: "task", id: key, name: "Docs" },
});

it("keeps nothing of a transaction that was rolled back, its names in memory included", async () => {
  const team = await database.createTeam();
  const key = randomUUID();
  const undone = database.db.transaction(async (tx) => {
    await captureInTransaction(tx, team.id, [event(key)]);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  const [activity] = await database.db.transaction((tx) => captureInTransaction(tx, team.id, [event(key)]));
  expect(activity).toMatchObject({ seq: 1, actorName: "Ada", entityName: "Docs" });
});

it("stores what many transactions say at once of things that nobody knew before", async () => {
  const team = await database.createTeam();
  const key = randomUUID();
  const own = Array.from({ length: 8 }, () =>
    database.db.transaction((tx) => captureInTransaction(tx, team.id, [event(key), event(randomUUID())])),
  );
  const plain = captureItems(database, team.id, { items: [{ event: event(key) }], key: null });
  const stored = (await Promise.all(own)).flat();
  expect((await plain).results[0]).toMatchObject({ activity: { actorName: "Ada" } });
  expect(stored).toHaveLength(16);
  expect(new Set(stored.filter((one) => one?.actorKey === key).map((one) => one?.actorId)).size).toBe(1);
});
