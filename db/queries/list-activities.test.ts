import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Activity } from "@/activity/activity";
import { type Cursor, parseCursor } from "@/activity/cursor";
import type { Filter } from "@/activity/filter";
import { listByOracle } from "../testing/feed-oracle";
import { appendRandom, createWorld, hideRandom, randomFilter, seeded, type World } from "../testing/random-activities";
import { openTestDatabase, type TestDatabase } from "../testing/test-database";
import { findPlace } from "./find-place";
import { listActivities } from "./list-activities";

const DAY = 86_400_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** `hides`: how many are hidden after every forty. */
async function filledWorld(seed: number, count: number, spanMs: number, hides = 0): Promise<World> {
  const { id } = await database.createTeam();
  const world = await createWorld(database.db, id);
  const random = seeded(seed);
  for (let left = count; left > 0; left -= 40) {
    await appendRandom(database.db, world, { random, count: Math.min(40, left), spanMs });
    await hideRandom(database.db, world, { random, count: hides, spanMs });
  }
  return world;
}

const cursorOf = (text: string | null): Cursor | undefined =>
  text === null ? undefined : (parseCursor(text) ?? undefined);

/** Every page from the newest to the end, and then back up again. */
async function walk(teamId: string, filter: Filter, limit: number, budgetMs?: number) {
  const down: Activity[] = [];
  const list = (cursor?: Cursor) => listActivities(database.db, { id: teamId }, { filter, cursor, limit, budgetMs });
  let page = await list();
  expect(page.prevCursor).toBeNull();
  down.push(...page.items);
  while (page.nextCursor !== null) {
    page = await list(cursorOf(page.nextCursor));
    expect(page.items.length).toBeLessThanOrEqual(limit);
    down.push(...page.items);
  }
  const up: Activity[] = [...page.items];
  while (page.prevCursor !== null) {
    page = await list(cursorOf(page.prevCursor));
    expect(page.nextCursor).not.toBeNull();
    up.unshift(...page.items);
  }
  return { down, up };
}

const ids = (activities: readonly Activity[]) => activities.map(({ seq }) => seq);

describe("listActivities", () => {
  it("gives, page by page, exactly what a filter means, down to the end and back up", async () => {
    for (const [seed, spanMs] of [
      [1, 3 * DAY],
      [2, 400 * DAY],
    ] as const) {
      const world = await filledWorld(seed, 240, spanMs, 6);
      const random = seeded(seed + 100);
      for (let round = 0; round < 120; round += 1) {
        const filter = randomFilter(random, world, spanMs);
        const wanted = await listByOracle(database.db, world.teamId, filter);
        const limit = [1, 7, 50, 200][round % 4] ?? 50;
        // A budget of nothing stops at every week, so cursors of stopped searches are walked too.
        const { down, up } = await walk(
          world.teamId,
          filter,
          wanted.length > 60 ? 50 : limit,
          round % 3 === 0 ? 0 : undefined,
        );
        expect(ids(down), JSON.stringify(filter)).toEqual(ids(wanted));
        expect(down).toEqual(wanted);
        expect(ids(up), JSON.stringify(filter)).toEqual(ids(wanted));
      }
    }
  }, 240_000);

  it("gives the same where a filter names more types than are read one by one", async () => {
    const { id } = await database.createTeam();
    const world = await createWorld(database.db, id);
    const types = Array.from({ length: 400 }, (_, n) => `many.${n}`);
    for (const seed of [1, 2]) {
      await appendRandom(database.db, world, { random: seeded(seed), count: 500, spanMs: 90 * DAY, types });
    }
    const filters: Filter[] = [
      { type: { any: ["many.*", "many.1.*"], not: [] } },
      { source: { any: ["api"], not: [] } },
      { source: { any: ["api", "github"], not: [] }, type: { any: ["many.*", "many.7"], not: [] } },
      { actorKey: { any: ["u_1"], not: [] }, type: { any: ["many.*"], not: [] } },
    ];
    for (const filter of filters) {
      const { down, up } = await walk(id, filter, 200);
      const wanted = ids(await listByOracle(database.db, id, filter));
      expect(wanted.length).toBeGreaterThan(20);
      expect([ids(down), ids(up)]).toEqual([wanted, wanted]);
    }
  });

  it("finds what lies thick in old weeks only, each once, though many are of one instant", async () => {
    const { id } = await database.createTeam();
    const world = await createWorld(database.db, id);
    const random = seeded(17);
    const append = (type: string, daysAgo: number, count: number) =>
      appendRandom(database.db, world, {
        random,
        count,
        spanMs: DAY,
        types: [type],
        endMs: Date.now() - daysAgo * DAY,
      });
    for (const daysAgo of [1, 30, 80]) await append("new.kind", daysAgo, 300);
    for (const daysAgo of [33, 40]) await append("new.kind", daysAgo, 2_000);
    for (const daysAgo of [33, 40, 47]) await append("old.kind", daysAgo, 1_100);
    const filter: Filter = {
      type: { any: ["old.kind"], not: [] },
      group: { any: ["task", "system", "user"], not: ["user"] },
    };
    const wanted = ids(await listByOracle(database.db, id, filter));
    for (const budgetMs of [0, undefined]) {
      const { down, up } = await walk(id, filter, 200, budgetMs);
      expect([ids(down), ids(up)]).toEqual([wanted, wanted]);
    }
  });

  it("opens the list around an activity or an instant", async () => {
    const world = await filledWorld(7, 120, 60 * DAY);
    const all = await listByOracle(database.db, world.teamId, {});
    for (const index of [0, 1, 30, 60, 118, 119]) {
      const target = all[index];
      if (target === undefined) throw new Error("missing");
      const around = await findPlace(database.db, world.teamId, target.id);
      if (around === null) throw new Error("missing");
      const page = await listActivities(database.db, { id: world.teamId }, { filter: {}, around, limit: 20 });
      const first = Math.max(0, index - 10);
      expect(ids(page.items)).toEqual(
        ids(all.slice(first, first + 20 - Math.max(0, 10 - index) + Math.min(10, Math.max(0, 10 - index)))),
      );
      expect(page.prevCursor === null).toBe(first === 0);
      const last = page.items.at(-1);
      expect(page.nextCursor === null).toBe(last?.seq === all.at(-1)?.seq);
    }
    const instant = all[60]?.timestamp ?? "";
    const around = await findPlace(database.db, world.teamId, instant);
    if (around === null) throw new Error("missing");
    const page = await listActivities(database.db, { id: world.teamId }, { filter: {}, around, limit: 20 });
    expect(page.items.some(({ timestamp }) => timestamp === instant)).toBe(true);
    expect(await findPlace(database.db, world.teamId, "yesterday")).toBeNull();
    expect(await findPlace(database.db, world.teamId, "00000000-0000-4000-8000-000000000000")).toBeNull();
  });

  it("refuses no hostile value and finds nothing by it", async () => {
    const world = await filledWorld(9, 20, DAY);
    for (const value of ["'", "\\", "' | 'x", "':*", "!!", "\u0001", "<->", "a".repeat(520), "é".repeat(260)]) {
      const only = { any: [value], not: [value] };
      const filter: Filter = {
        type: only,
        source: only,
        actorKey: only,
        entity: { any: [`${value}:x`], not: [] },
        q: value,
      };
      expect((await listActivities(database.db, { id: world.teamId }, { filter })).items).toEqual([]);
      const excluded: Filter = { type: { any: [], not: [value, `${value}.*`] } };
      expect((await listActivities(database.db, { id: world.teamId }, { filter: excluded })).items).toHaveLength(20);
    }
  });

  it("answers any well-formed cursor", async () => {
    const world = await filledWorld(11, 20, DAY);
    for (const direction of ["older", "newer"] as const) {
      for (const timestamp of [0, 8_640_000_000_000_000]) {
        for (const seq of [0, Number.MAX_SAFE_INTEGER]) {
          for (const filter of [{}, { q: "deploy" }]) {
            const cursor = { direction, timestamp, seq };
            const page = await listActivities(database.db, { id: world.teamId }, { filter, cursor });
            for (const next of [page.nextCursor, page.prevCursor])
              expect(next === null || parseCursor(next)).toBeTruthy();
          }
        }
      }
    }
  });

  it("fails with not_found for a team that is not there", async () => {
    const id = "00000000-0000-4000-8000-000000000000";
    await expect(listActivities(database.db, { id }, { filter: {} })).rejects.toMatchObject({ code: "not_found" });
  });
});
