import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareFeedOrder } from "@/activity/merge";
import { appendRandom, createWorld, randomFilter, seeded } from "../testing/random-activities";
import { openTestDatabase, type TestDatabase } from "../testing/test-database";
import { compileFilter } from "./compile-filter";
import { flushSearch } from "./flush-search";
import { getActivity } from "./get-activity";
import { listActivities } from "./list-activities";
import { listActivitiesByIds } from "./list-activities-by-ids";
import { readLive } from "./read-live";

const DAY = 86_400_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe("readLive", () => {
  it("lets through exactly what a page of the same filter holds, for any filters at once", async () => {
    const team = await database.createTeam();
    const world = await createWorld(database.db, team.id);
    const random = seeded(31);
    await appendRandom(database.db, world, { random, count: 150, spanMs: 30 * DAY });
    const filters = Array.from({ length: 150 }, () => randomFilter(random, world, 30 * DAY));
    const live = await readLive(database.db, team.id, 0, 500, filters.map(compileFilter));
    if (live === null) throw new Error("no team");
    expect(live.rows.map(({ activity }) => activity.seq)).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
    for (const [index, filter] of filters.entries()) {
      const page = await listActivities(database.db, team, { filter, limit: 200, budgetMs: 60_000 });
      const passed = live.rows.filter(({ matches }) => matches.includes(index)).map(({ activity }) => activity);
      expect(passed.sort(compareFeedOrder), JSON.stringify(filter)).toEqual(page.items);
    }
  });

  it("reads on from a seq, at most the limit, with the team's head of the same snapshot", async () => {
    const team = await database.createTeam();
    const world = await createWorld(database.db, team.id);
    await appendRandom(database.db, world, { random: seeded(5), count: 12, spanMs: DAY });
    const live = await readLive(database.db, team.id, 7, 3, []);
    expect(live?.rows.map(({ activity, matches }) => [activity.seq, matches])).toEqual([
      [8, []],
      [9, []],
      [10, []],
    ]);
    expect(live).toMatchObject({ epoch: team.epoch, lastSeq: 12 });
    expect(await readLive(database.db, team.id, 12, 3, [])).toEqual({ epoch: team.epoch, lastSeq: 12, rows: [] });
    expect(await readLive(database.db, "00000000-0000-4000-8000-000000000000", 0, 3, [])).toBeNull();
  });
});

describe("getActivity and listActivitiesByIds", () => {
  it("give activities as pages do, in the order asked for, and only the team's own", async () => {
    const [team, other] = [await database.createTeam(), await database.createTeam()];
    await appendRandom(database.db, await createWorld(database.db, team.id), {
      random: seeded(6),
      count: 5,
      spanMs: DAY,
    });
    const { items } = await listActivities(database.db, team, { filter: {} });
    const [first, second, third] = items;
    if (!first || !second || !third) throw new Error("too few");
    expect(await getActivity(database.db, team.id, first.id)).toEqual(first);
    expect(await getActivity(database.db, team.id, first.id.toUpperCase())).toEqual(first);
    expect(await getActivity(database.db, other.id, first.id)).toBeNull();
    for (const id of ["", "x", "'", `${first.id}0`]) expect(await getActivity(database.db, team.id, id)).toBeNull();
    const ids = [third.id, first.id, "00000000-0000-4000-8000-000000000000", second.id, first.id];
    expect(await listActivitiesByIds(database.db, team.id, ids)).toEqual([third, first, second, first]);
    expect(first.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(first.metadata).toEqual({ "a.b": [1, null, { c: "é" }] });
  });
});

describe("flushSearch", () => {
  it("leaves every activity to be found", async () => {
    const team = await database.createTeam();
    const world = await createWorld(database.db, team.id);
    await appendRandom(database.db, world, { random: seeded(8), count: 40, spanMs: DAY });
    const filter = { q: "deploy ", group: { any: ["task", "user"], not: [] } };
    const before = await listActivities(database.db, team, { filter });
    await flushSearch(database.db);
    expect(before.items.length).toBeGreaterThan(0);
    expect(await listActivities(database.db, team, { filter })).toEqual(before);
  });
});
