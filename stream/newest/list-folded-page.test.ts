import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listFolded } from "@/db/queries/fold/list-folded";
import { listHeads } from "@/db/queries/list-heads";
import { renewEpochs } from "@/db/queries/teams/renew-epochs";
import { appendRandom, createWorld, hideRandom, seeded } from "@/db/testing/random-activities";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { listFoldedPage, readEarlyPage, takeEarlyPage } from "./list-folded-page";

const HOUR = 3_600_000;
const TYPES = ["task.updated", "comment.added", "task.reviewed", "alert.cpu", "alert.disk"];
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function openTeam(seed: number) {
  const team = await database.createTeam();
  const world = await createWorld(database.db, team.id);
  const random = seeded(seed);
  return {
    team,
    random,
    post: (count: number, spanMs: number) => appendRandom(database.db, world, { random, count, spanMs, types: TYPES }),
    hide: () => hideRandom(database.db, world, { random, count: 2, spanMs: HOUR }),
    fromTable: () => listFolded(database.db, team, { filter: {} }),
    page: () => listFoldedPage(database, team, { filter: {} }),
  };
}

describe("listFoldedPage", () => {
  it.each([1, 2, 3])(
    "is equal to the table, whatever was posted, came late or was hidden since (seed %i)",
    async (seed) => {
      const { post, hide, page, fromTable, random } = await openTeam(seed);
      for (let round = 0; round < 40; round += 1) {
        await post(1 + Math.floor(random() * 12), HOUR * (random() < 0.3 ? 90 : 3));
        if (random() < 0.2) await hide();
        expect(await page()).toEqual(await fromTable());
      }
    },
  );

  it("does not count again what was counted before", async () => {
    const { post, page, hide, team, fromTable } = await openTeam(4);
    await post(400, 30 * HOUR);
    await page();
    const execute = vi.spyOn(database.db, "execute");
    const statements = async (work: () => Promise<unknown>) => {
      execute.mockClear();
      await work();
      return execute.mock.calls.length;
    };
    await post(3, HOUR);
    expect(await statements(page)).toBe(2);
    expect(await statements(page)).toBe(1);
    execute.mockRestore();
    await hide();
    expect(await page()).toEqual(await fromTable());
    await renewEpochs(database.db, team.id);
    expect(await page()).toEqual(await fromTable());
  });

  it("throws not_found for an unknown team", async () => {
    const team = { id: "0193e6a5-0000-7000-8000-000000000000" };
    await expect(listFoldedPage(database, team, { filter: {} })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an early page", () => {
  it("is the first page of a team that was quiet, and none once something was stored, hidden or restored meanwhile", async () => {
    const { team, post, hide, page, fromTable } = await openTeam(5);
    const take = async (meanwhile: () => Promise<unknown> = async () => {}) => {
      const early = readEarlyPage(database, team);
      await meanwhile();
      const head = (await listHeads(database.db, [team.id])).get(team.id);
      return await takeEarlyPage(early, head ?? null);
    };
    const becomeQuiet = async () => {
      await page();
      await page();
    };
    await post(60, 3 * HOUR);
    expect(await take()).toBeNull();
    await page();
    expect(readEarlyPage(database, team)).toBeNull();
    await page();
    expect(await take()).toEqual(await fromTable());
    expect(await take(() => post(1, HOUR))).toBeNull();
    await page();
    // Busy again: it would be read in vain.
    expect(readEarlyPage(database, team)).toBeNull();
    await page();
    expect(await take(hide)).toBeNull();
    await becomeQuiet();
    expect(await take(() => renewEpochs(database.db, team.id))).toBeNull();
    await becomeQuiet();
    expect(await take()).toEqual(await fromTable());
  });
});
