import { afterAll, beforeAll, expect, it } from "vitest";
import { copyTeam } from "@/db/copy/copy-team";
import type { Driver } from "@/db/drivers/driver";
import { listActivities } from "@/db/queries/list-activities";
import { openEmptyDatabase } from "@/db/testing/empty-database";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { Hub } from "@/stream/hub";
import { createAppender } from "@/stream/testing/append-rows";
import { openReader } from "@/stream/testing/open-reader";
import { copyAction } from "./copy";

let source: TestDatabase;
let target: Driver;
let hub: Hub;
beforeAll(async () => {
  source = await openTestDatabase();
  target = await openEmptyDatabase();
  hub = new Hub(async () => target);
});
afterAll(async () => {
  await hub.shutDown();
  await target.close();
  await source.close();
});

it("lets a reader of the old database go on at the new one, where it left off", async () => {
  const team = await source.createTeam();
  await (await createAppender(source.db, team.id))([{}, {}, {}]);
  const { lastEventId } = await listActivities(source.db, team, { filter: {} });
  await (await createAppender(source.db, team.id))([{}, {}]);
  await copyTeam(source.db, target.db, team);
  const reader = openReader(hub, { teamId: team.id, lastEventId });
  await reader.until((one) => one.seqs().length === 2);
  expect(await (await createAppender(target.db, team.id))([{}, {}])).toEqual([6, 7]);
  await reader.until((one) => one.seqs().length === 4);
  expect(reader.seqs()).toEqual([4, 5, 6, 7]);
  expect(reader.frames.map(({ event }) => event)).not.toContain("reset");
  reader.cut();
});

it("says what is wrong with where it should copy to, or from", async () => {
  for (const to of ["somewhere", "https://feed.example", "/tmp/x", ""]) {
    const parsed = copyAction.schema.safeParse({ to });
    expect(parsed.error?.issues[0]?.message, to).toBe("must be the address of a Postgres, postgres://…");
  }
  const to = "postgres://127.0.0.1:1/nothing";
  await expect(copyAction.run(target.db, { to, team: "nope" })).rejects.toThrow('There is no team "nope".');
  const { slug: team } = await source.createTeam();
  await expect(copyAction.run(source.db, { to, team })).rejects.toThrow("ECONNREFUSED");
});
