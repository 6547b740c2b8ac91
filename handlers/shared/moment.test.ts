import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Activity } from "@/activity/activity";
import { parseCursor } from "@/activity/cursor";
import { type Filter, serializeFilter } from "@/activity/filter";
import { countNewer, MOST_NEWER } from "@/db/queries/links/count-newer";
import type { SharedLink } from "@/db/queries/links/find-link";
import { readNewest } from "@/db/queries/read-newest";
import { listByOracle } from "@/db/testing/feed-oracle";
import {
  appendRandom,
  createWorld,
  hideRandom,
  randomFilter,
  seeded,
  type World,
} from "@/db/testing/random-activities";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { readShared } from "./read-shared";

const SPAN_MS = 1_000_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** What a link that is made now keeps. */
async function linkNow({ teamId }: World, filter: Filter): Promise<SharedLink> {
  const { seq, items } = await readNewest(database.db, teamId, 1);
  return {
    id: randomUUID(),
    team: { id: teamId, name: "T" },
    filter: serializeFilter(filter).toString(),
    hidesNames: false,
    hidesMetadata: false,
    headSeq: seq,
    newestTimestamp: Date.parse(items[0]?.timestamp ?? "1970-01-01T00:00:00Z"),
    createdAt: new Date(),
    expiresAt: null,
  };
}

/** Everything that a link shows, page by page. */
async function readAll(link: SharedLink, limit: number): Promise<Activity[]> {
  const items: Activity[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const read = { cursor: parseCursor(cursor) ?? undefined, limit, isLive: false };
    const page = await readShared(database, link, read);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/** The seq at which what an activity tells of was told first. */
function originOf(activity: Activity, byId: ReadonlyMap<string, Activity>): number {
  const before = activity.supersedes === undefined ? undefined : byId.get(activity.supersedes);
  return before === undefined ? activity.seq : Math.min(activity.seq, originOf(before, byId));
}

/** Every activity of the team, hidden ones too. */
async function everything(world: World): Promise<Map<string, Activity>> {
  const { rows } = await database.db.execute<{ id: string; seq: string; supersedes: string | null }>(
    sql`SELECT id, seq, supersedes FROM activity_events WHERE team_id = ${world.teamId}`,
  );
  const visible = await listByOracle(database.db, world.teamId, {});
  const [any] = visible;
  return new Map(
    rows.flatMap(({ id, seq, supersedes }) =>
      any === undefined ? [] : [[id, { ...any, id, seq: Number(seq), supersedes: supersedes ?? undefined }]],
    ),
  );
}

it("shows what its filter let through at its moment, and today's corrections of it, whatever comes later", async () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const random = seeded(seed);
    const { id } = await database.createTeam();
    const world = await createWorld(database.db, id);
    await appendRandom(database.db, world, { random, count: 120, spanMs: SPAN_MS });
    await hideRandom(database.db, world, { random, count: 10, spanMs: SPAN_MS });
    const filters = [{}, ...Array.from({ length: 8 }, () => randomFilter(random, world, SPAN_MS))];
    const links = await Promise.all(filters.map((filter) => linkNow(world, filter)));
    // Equal times, late ones and ones in the future; hidden in favour of others, and of nothing; corrections of corrections.
    for (const [count, endMs] of [
      [60, Date.now()],
      [60, Date.now() - SPAN_MS / 2],
      [20, Date.now() + SPAN_MS],
    ] as const) {
      await appendRandom(database.db, world, { random, count, spanMs: SPAN_MS, endMs });
      await hideRandom(database.db, world, { random, count: 30, spanMs: SPAN_MS });
    }
    const byId = await everything(world);
    for (const [place, link] of links.entries()) {
      const now = await listByOracle(database.db, id, filters[place] ?? {});
      const isOld = (activity: Activity) => originOf(activity, byId) <= link.headSeq;
      const expected = now.filter(
        (activity) => isOld(activity) && Date.parse(activity.timestamp) <= link.newestTimestamp,
      );
      expect(await readAll(link, 7), `seed ${seed}, ${link.filter}`).toEqual(expected);
      expect(await readAll(link, 200)).toEqual(expected);
      const newer = await countNewer(database.db, id, link.headSeq, filters[place] ?? {});
      expect(newer).toEqual({ count: now.filter((activity) => !isOld(activity)).length, isAll: true });
    }
  }
}, 120_000);

it("goes past any number of latecomers, a bounded number of them at a time", async () => {
  const random = seeded(1);
  const { id } = await database.createTeam();
  const world = await createWorld(database.db, id);
  const endMs = Date.now();
  await appendRandom(database.db, world, { random, count: 1, spanMs: 0, endMs: endMs - SPAN_MS });
  await appendRandom(database.db, world, { random, count: 1, spanMs: 0, endMs });
  const link = await linkNow(world, {});
  for (let batch = 0; batch < 5; batch += 1)
    await appendRandom(database.db, world, { random, count: 500, spanMs: 0, endMs: endMs - SPAN_MS / 2 });
  const first = await readShared(database, link, { isLive: false, limit: 50 });
  expect(first.items.map(({ seq }) => seq)).toEqual([2]);
  expect(first.searchedBackTo).toBe(new Date(endMs - SPAN_MS / 2).toISOString());
  expect((await readAll(link, 50)).map(({ seq }) => seq)).toEqual([2, 1]);
  expect(await countNewer(database.db, id, link.headSeq, {})).toEqual({ count: MOST_NEWER, isAll: false });
});
