import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Activity } from "@/activity/activity";
import type { Cursor } from "@/activity/cursor";
import type { Filter } from "@/activity/filter";
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
import { hideActivities } from "../hide-activities";
import { renewEpochs } from "../teams/renew-epochs";
import { countActivities } from "./count-activities";
import { listAsOf, NEWEST } from "./list-as-of";

const SPAN_MS = 1_000_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function newWorld(random: () => number, count: number): Promise<World> {
  const { id } = await database.createTeam();
  const world = await createWorld(database.db, id);
  await appendRandom(database.db, world, { random, count, spanMs: SPAN_MS });
  return world;
}

async function headOf(teamId: string) {
  const counted = await countActivities(database.db, teamId, {});
  if (counted === null) throw new Error("there is no such team");
  return counted.head;
}

/** Everything as of a head, batch by batch; `between` happens after each batch. */
async function readAll(teamId: string, filter: Filter, limit: number, between: () => Promise<unknown>) {
  const head = await headOf(teamId);
  const items: Activity[] = [];
  for (let cursor: Cursor | null = NEWEST; cursor !== null; ) {
    const batch: Awaited<ReturnType<typeof listAsOf>> = await listAsOf(database, { id: teamId }, head, {
      filter,
      cursor,
      limit,
    });
    items.push(...batch.items);
    cursor = batch.next;
    await between();
  }
  return items;
}

/** The ids of what was hidden without a correction. */
async function listWithdrawn(teamId: string): Promise<Set<string>> {
  const { rows } = await database.db.execute<{ id: string }>(sql`
    SELECT id FROM activity_events WHERE team_id = ${teamId} AND hidden_seq IS NOT NULL AND superseded_by IS NULL`);
  return new Set(rows.map(({ id }) => id));
}

describe("listAsOf", () => {
  it("gives each activity of its moment once, in feed order, whatever is posted and corrected between its batches", async () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const random = seeded(seed);
      const world = await newWorld(random, 150);
      const { teamId } = world;
      await hideRandom(database.db, world, { random, count: 15, spanMs: SPAN_MS });
      const filters = [{}, ...Array.from({ length: 5 }, () => randomFilter(random, world, SPAN_MS))];
      for (const filter of filters) {
        const before = await listByOracle(database.db, teamId, filter);
        const found = await readAll(teamId, filter, 9, async () => {
          await appendRandom(database.db, world, { random, count: 3, spanMs: SPAN_MS });
          await hideRandom(database.db, world, { random, count: 6, spanMs: SPAN_MS });
        });
        const withdrawn = await listWithdrawn(teamId);
        const seen = new Set(found.map(({ id }) => id));
        expect(found, `seed ${seed}, ${JSON.stringify(filter)}`).toEqual(before.filter(({ id }) => seen.has(id)));
        expect(before.filter(({ id }) => !seen.has(id) && !withdrawn.has(id))).toEqual([]);
      }
    }
  }, 120_000);

  it("leaves out what was withdrawn since, and keeps what was corrected as it was", async () => {
    const random = seeded(1);
    const { teamId } = await newWorld(random, 4);
    const [first, second, third, fourth] = await listByOracle(database.db, teamId, {});
    const ids = [first, second, third, fourth].map((one) => one?.id ?? "");
    const head = await headOf(teamId);
    const [withdrawn = "", corrected = "", successor = ""] = ids;
    await hideActivities(
      database.db,
      teamId,
      [
        { id: withdrawn, successor: null },
        { id: corrected, successor },
      ],
      null,
    );
    const { items } = await listAsOf(database, { id: teamId }, head, { filter: {}, cursor: NEWEST });
    expect(items.map(({ id }) => id)).toEqual(ids.slice(1));
    expect(items[0]).toEqual(second);
  });

  it("does not go on over a history that was restored", async () => {
    const { teamId } = await newWorld(seeded(2), 3);
    const head = await headOf(teamId);
    await renewEpochs(database.db, teamId);
    const reading = listAsOf(database, { id: teamId }, head, { filter: {}, cursor: NEWEST });
    await expect(reading).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("countActivities", () => {
  it("counts what the list shows, and says when there is more than it counts", async () => {
    const random = seeded(3);
    const world = await newWorld(random, 200);
    const { teamId } = world;
    await hideRandom(database.db, world, { random, count: 20, spanMs: SPAN_MS });
    for (let run = 0; run < 40; run += 1) {
      const filter = randomFilter(random, world, SPAN_MS);
      const { length } = await listByOracle(database.db, teamId, filter);
      const counted = await countActivities(database.db, teamId, filter);
      expect(counted, JSON.stringify(filter)).toMatchObject({ count: length, isExact: true });
    }
    const { length } = await listByOracle(database.db, teamId, {});
    expect(await countActivities(database.db, teamId, {}, length)).toMatchObject({ count: length, isExact: true });
    expect(await countActivities(database.db, teamId, {}, 99)).toMatchObject({ count: 99, isExact: false });
    expect(await countActivities(database.db, "00000000-0000-4000-8000-000000000000", {})).toBeNull();
  });
});
