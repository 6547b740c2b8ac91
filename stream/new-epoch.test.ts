import { afterAll, beforeAll, expect, it } from "vitest";
import { renewEpochs } from "@/db/queries/teams/renew-epochs";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { Hub } from "./hub";
import { createAppender } from "./testing/append-rows";
import { openReader } from "./testing/open-reader";

let database: TestDatabase;
let hub: Hub;
beforeAll(async () => {
  database = await openTestDatabase();
  hub = new Hub(async () => database, { pollMs: 50 });
});
afterAll(async () => {
  await hub.shutDown();
  await database.close();
});

it("tells every reader of the history before it to reload, the one that comes back as well, and goes on live", async () => {
  const team = await database.createTeam();
  const append = await createAppender(database.db, team.id);
  await append([{}, {}]);
  const reader = openReader(hub, { teamId: team.id });
  await reader.until(({ frames }) => frames.length === 1);

  expect(await renewEpochs(database.db, team.id)).toBe(1);
  await reader.until(({ frames }) => frames.at(-1)?.event === "reset");
  expect(reader.frames.at(-1)?.data).toEqual({ reason: "unknown_epoch" });

  const back = openReader(hub, { teamId: team.id, lastEventId: `${team.epoch}.1` });
  await back.until(({ frames }) => frames.length === 2);
  expect(back.frames.map(({ event }) => event)).toEqual(["reset", "ready"]);
  await append([{}]);
  for (const one of [reader, back]) await one.until(() => one.seqs().includes(3));
  expect(reader.lastEventId()).toBe(back.lastEventId());
  expect(reader.lastEventId()).not.toContain(team.epoch);
});
