import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Activity, ActivityPage } from "@/activity/activity";
import { type Cursor, parseCursor } from "@/activity/cursor";
import type { Filter } from "@/activity/filter";
import { type Fold, foldOf, hourOf } from "@/activity/fold/fold";
import { foldRows } from "@/activity/fold/fold-rows";
import { listByOracle } from "../../testing/feed-oracle";
import {
  appendRandom,
  createWorld,
  hideRandom,
  randomFilter,
  seeded,
  type World,
} from "../../testing/random-activities";
import { openTestDatabase, type TestDatabase } from "../../testing/test-database";
import { listFolded } from "./list-folded";
import { listFoldedAbove } from "./list-folded-above";
import { readTallies } from "./read-tallies";

const HOUR = 3_600_000;
const TYPES = ["task.updated", "github.push", "comment.added", "alert.cpu", "alert.disk", "deploy.done"];
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function filledWorld(seed: number, count: number, spanMs: number): Promise<World> {
  const { id } = await database.createTeam();
  const world = await createWorld(database.db, id);
  const random = seeded(seed);
  for (let left = count; left > 0; left -= 40) {
    await appendRandom(database.db, world, { random, count: Math.min(40, left), spanMs, types: TYPES });
    await hideRandom(database.db, world, { random, count: 2, spanMs });
  }
  return world;
}

/** Every page, from the newest to the end. */
async function walk(teamId: string, filter: Filter, limit: number, budgetMs?: number): Promise<ActivityPage[]> {
  const pages: ActivityPage[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const cursor = parseCursor(next) ?? undefined;
    const page = await listFolded(database.db, { id: teamId }, { filter, cursor, limit, budgetMs });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    pages.push(page);
    next = page.nextCursor;
  }
  return pages;
}

const rowsOf = ({ items, folds = [] }: ActivityPage): Fold[] => {
  const bySeq = new Map(folds.map((fold) => [fold.seq, fold]));
  return items.map((item: Activity) => bySeq.get(item.seq) ?? foldOf(item));
};
/** What a count of one says, whether it is of a source or of one thing. */
const plain = (fold: Fold) => (fold.count === 1 ? { seq: fold.seq } : fold);

describe("listFolded", () => {
  it.each([
    [1, 160, 3 * HOUR],
    [2, 320, 40 * HOUR],
    [3, 240, HOUR],
  ])(
    "gives the rows that folding everything at once gives, wherever pages are cut (seed %i)",
    async (seed, count, span) => {
      const world = await filledWorld(seed, count, span);
      const random = seeded(seed + 100);
      for (let round = 0; round < 12; round += 1) {
        const filter = round === 0 ? {} : randomFilter(random, world, span);
        const all = await listByOracle(database.db, world.teamId, filter);
        const expected = foldRows(all.map(foldOf));
        const pages = await walk(world.teamId, filter, 1 + Math.floor(random() * 9), round % 3 === 0 ? 1 : undefined);
        expect(pages.flatMap(rowsOf).map(plain)).toEqual(expected.map(plain));
        let read = 0;
        for (const page of pages) {
          read += page.items.length;
          const end = rowsOf(page).at(-1);
          const open = expected
            .slice(read)
            .filter(({ kind, last }) => kind !== "single" && hourOf(last) === hourOf(end?.last ?? 0));
          if (page.searchedBackTo === undefined) expect(page.rest).toEqual(end === undefined ? [] : open);
        }
      }
    },
  );

  it.each([
    [6, 160, 3 * HOUR],
    [7, 320, 40 * HOUR],
    [8, 240, HOUR],
  ])("gives the same rows from any place upwards (seed %i)", async (seed, count, span) => {
    const world = await filledWorld(seed, count, span);
    const team = { id: world.teamId };
    const random = seeded(seed + 100);
    for (let round = 0; round < 12; round += 1) {
      const filter = round === 0 ? {} : randomFilter(random, world, span);
      const expected = foldRows((await listByOracle(database.db, world.teamId, filter)).map(foldOf));
      const from = Math.floor(random() * (expected.length + 1));
      const row = expected[from];
      // Below everything, when there is no such row.
      const start = row === undefined ? { timestamp: 0, seq: 0 } : { timestamp: Date.parse(row.last), seq: row.seq };
      const limit = 1 + Math.floor(random() * 9);
      const budgetMs = round % 3 === 0 ? 1 : undefined;
      const pages: ActivityPage[] = [];
      for (let cursor: Cursor | null = { direction: "newer", ...start }; cursor !== null; ) {
        const page: ActivityPage = await listFoldedAbove(database.db, team, { filter, cursor, limit, budgetMs });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        pages.unshift(page);
        cursor = parseCursor(page.prevCursor ?? "");
      }
      expect(pages.flatMap(rowsOf).map(plain)).toEqual(expected.slice(0, from).map(plain));
    }
  });

  it("leads back up from a page that was opened further down", async () => {
    const world = await filledWorld(9, 200, 20 * HOUR);
    const all = await listByOracle(database.db, world.teamId, {});
    const middle = all[100];
    const cursor = { timestamp: Date.parse(middle?.timestamp ?? ""), seq: 0 };
    const page = await listFolded(database.db, { id: world.teamId }, { filter: {}, cursor, limit: 5 });
    const above = parseCursor(page.prevCursor ?? "");
    expect(above?.direction).toBe("newer");
    const [first] = page.items;
    expect(above).toMatchObject({ timestamp: Date.parse(first?.timestamp ?? ""), seq: first?.seq });
  });

  it("counts nothing that is stored after the page's head", async () => {
    const world = await filledWorld(4, 200, 3 * HOUR);
    const all = await listByOracle(database.db, world.teamId, {});
    const scan = { timestamp: Date.now() + HOUR, seq: 0, limit: 10_000, newestSeq: 100, budgetMs: 40 };
    const tallies = await readTallies(database.db, world.teamId, {}, scan);
    const known = all.filter(({ seq }) => seq <= 100);
    expect(foldRows(tallies?.parts ?? [])).toEqual(foldRows(known.map(foldOf)));
  });

  it("leaves five comments on the first screen of a storm of 10,000 alerts", async () => {
    const { id } = await database.createTeam();
    const world = await createWorld(database.db, id);
    const random = seeded(5);
    const endMs = hourOf(Date.now()) * HOUR - 10 * 60_000;
    const machines = world.actors.filter(({ key, source }) => key !== "u_1" && source === "api");
    const people = world.actors.filter(({ key, source }) => key === "u_1" && source === "api");
    for (let batch = 0; batch < 20; batch += 1) {
      const times = { random, spanMs: 60_000, endMs };
      await appendRandom(database.db, { ...world, actors: machines }, { ...times, count: 500, types: ["alert.cpu"] });
      if (batch % 4 === 0)
        await appendRandom(database.db, { ...world, actors: people }, { ...times, count: 1, types: ["comment.added"] });
    }
    const page = await listFolded(database.db, { id }, { filter: {} });
    expect(page.items.filter(({ eventType }) => eventType === "comment.added")).toHaveLength(5);
    expect(page.items).toHaveLength(6);
    expect(page.folds?.map(({ count, eventType }) => ({ count, eventType }))).toEqual([
      { count: 10_000, eventType: null },
    ]);
    expect(page.folds?.[0]?.rate.reduce((sum, n) => sum + n, 0)).toBe(10_000);
  });

  it("throws not_found for an unknown team", async () => {
    const team = { id: "0193e6a5-0000-7000-8000-000000000000" };
    await expect(listFolded(database.db, team, { filter: {} })).rejects.toMatchObject({ code: "not_found" });
  });
});
