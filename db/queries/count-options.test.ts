import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Filter, formatEntity } from "@/activity/filter";
import { listByOracle } from "../testing/feed-oracle";
import { appendRandom, createWorld, hideRandom, randomFilter, seeded, type World } from "../testing/random-activities";
import { openTestDatabase, type TestDatabase } from "../testing/test-database";
import { countOptions, MOST_COUNTED_OF_OPTION, MOST_OPTIONS, OPTION_FIELDS, type OptionField } from "./count-options";

const SPAN = 30 * 86_400_000;
let database: TestDatabase;
let world: World;
const random = seeded(3);
beforeAll(async () => {
  database = await openTestDatabase();
  const { id } = await database.createTeam();
  world = await createWorld(database.db, id);
  for (let left = 0; left < 8; left += 1) {
    await appendRandom(database.db, world, { random, count: 50, spanMs: SPAN });
    await hideRandom(database.db, world, { random, count: 4, spanMs: SPAN });
  }
});
afterAll(() => database.close());

/** What each value of a field would show, counted by hand. */
async function byHand(filter: Filter, field: OptionField): Promise<Record<string, number>> {
  const { [field]: _, ...rest } = filter;
  const counts: Record<string, number> = {};
  for (const activity of await listByOracle(database.db, world.teamId, rest)) {
    const entity = formatEntity(activity.entityType, activity.entityKey);
    const value = {
      type: activity.eventType,
      group: activity.group,
      actor: activity.actorId,
      entity,
      source: activity.source,
    }[field];
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

describe("countOptions", () => {
  it("gives each value of a field with what it would show beside the rest of the filter", async () => {
    for (let run = 0; run < 25; run += 1) {
      const filter = randomFilter(random, world, SPAN);
      for (const field of OPTION_FIELDS) {
        const options = await countOptions(database.db, world.teamId, filter, field, "");
        const expected = await byHand(filter, field);
        const counted = options.filter(({ count }) => count > 0);
        expect(options.every(({ isExact }) => isExact)).toBe(true);
        expect(counted).toHaveLength(Math.min(MOST_OPTIONS, Object.keys(expected).length));
        for (const { value, count } of counted) expect([value, count]).toEqual([value, expected[value]]);
        expect(options.map(({ count }) => count)).toEqual(options.map(({ count }) => count).toSorted((a, b) => b - a));
      }
    }
  });

  it("finds options by part of their name, whatever its signs mean in SQL", async () => {
    const { db } = database;
    const found = await countOptions(db, world.teamId, {}, "type", "TASK.");
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ value }) => value.includes("task."))).toBe(true);
    expect(await countOptions(db, world.teamId, {}, "entity", "%")).toEqual([]);
    expect(await countOptions(db, world.teamId, {}, "actor", "nobody at all")).toEqual([]);
    const actors = await countOptions(db, world.teamId, {}, "actor", "");
    const named = (part: string) => actors.filter(({ name }) => name.toLowerCase().includes(part));
    for (const part of ["a", "e"]) {
      const byName = await countOptions(db, world.teamId, {}, "actor", part);
      expect(byName.map(({ value }) => value).toSorted()).toEqual(
        named(part)
          .map(({ value }) => value)
          .toSorted(),
      );
    }
  });

  it("counts up to the cap, and beyond what is looked at together each option by itself", async () => {
    const { id } = await database.createTeam();
    const large = await createWorld(database.db, id);
    const add = (count: number, type: string, endMs: number) =>
      appendRandom(database.db, large, { random, count, spanMs: SPAN, types: [type], endMs });
    await add(3, "old.one", Date.now() - 400 * 86_400_000);
    for (let left = 0; left < 21; left += 1) await add(500, "new.many", Date.now());
    expect(await countOptions(database.db, id, {}, "type", "")).toEqual([
      { value: "new.many", name: "new.many", avatarUrl: null, count: MOST_COUNTED_OF_OPTION, isExact: false },
      { value: "old.one", name: "old.one", avatarUrl: null, count: 3, isExact: true },
    ]);
  }, 60_000);
});
