import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { compareFeedOrder } from "@/activity/merge";
import type { Driver } from "@/db/drivers/driver";
import { listActivities } from "@/db/queries/list-activities";
import { listHeads } from "@/db/queries/list-heads";
import { readLive } from "@/db/queries/read-live";
import { readNewest } from "@/db/queries/read-newest";
import { renewEpochs } from "@/db/queries/teams/renew-epochs";
import { listByOracle } from "@/db/testing/feed-oracle";
import { appendRandom, createWorld, hideRandom, seeded } from "@/db/testing/random-activities";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { Batch } from "../feed/batch";
import { toRows } from "../feed/row";
import type { HubSettings } from "../settings";
import { createHubs } from "../testing/create-hubs";
import { openReader } from "../testing/open-reader";
import { FirstPage } from "./first-page";
import { listPage } from "./list-page";
import { Allowance, Newest } from "./newest";

const HOUR = 3_600_000;
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const LIMITS = [1, 7, 50, 199, 200];
let database: TestDatabase;
const hubs = createHubs();

beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await hubs.shutDown();
});
afterAll(() => database.close());

/** A team that somebody follows, and how to post to it: late events, future ones, many of one instant. */
async function openTeam(seed: number, settings: Partial<HubSettings> = {}, driver: Driver = database) {
  const team = await database.createTeam();
  const world = await createWorld(database.db, team.id);
  const hub = hubs.open(async () => driver, settings);
  const random = seeded(seed);
  const post = (count: number, endMs = Date.now() + HOUR) =>
    appendRandom(database.db, world, { random, count, spanMs: 100 * HOUR, endMs });
  const hide = (count: number) => hideRandom(database.db, world, { random, count, spanMs: 100 * HOUR });
  const page = (limit: number) => listPage(database, team, { filter: {}, limit }, undefined, hub);
  const table = (limit: number) => listActivities(database.db, team, { filter: {}, limit });
  const follow = async () => {
    const reader = openReader(hub, { teamId: team.id });
    await reader.until(({ frames }) => frames.length === 1);
    return reader;
  };
  /** What memory alone gives, once the hub has read everything. */
  const memory = async (limit: number) => {
    const head = (await listHeads(database.db, [team.id])).get(team.id) ?? { epoch: "", seq: -1 };
    const give = () => hub.firstPage(team.id)?.page(limit, head) ?? null;
    // What was let go, because something in it was hidden, is filled by the next page that is asked for.
    const filled = async () => {
      if (hub.firstPage(team.id)?.isEmpty) await page(limit);
      return give();
    };
    await expect.poll(filled).not.toBeNull();
    return give();
  };
  return { team, hub, random, hide, post, page, table, follow, memory };
}

describe("the first page from memory", () => {
  it.each([1, 2, 3, 4])(
    "is the table's in every byte, whatever was posted and hidden before and since (%i)",
    async (seed) => {
      const { post, hide, page, table, follow, memory, random } = await openTeam(seed);
      await post([0, 3, 150, 260][seed - 1] ?? 0);
      await follow();
      await page(50);
      for (let round = 0; round < 25; round += 1) {
        await post(1 + Math.floor(random() * (3 + seed * seed)));
        if (round % 3 === 2) await hide(1 + Math.floor(random() * 4));
        for (const limit of LIMITS) {
          const expected = JSON.stringify(await table(limit));
          expect(JSON.stringify(await page(limit)), `round ${round}, ${limit}`).toBe(expected);
          if (round % 4 === 0) expect(JSON.stringify(await memory(limit)), `memory, ${limit}`).toBe(expected);
        }
      }
    },
  );

  it("is never older than what was acknowledged before it was asked for, and whole as of its own place", async () => {
    const { team, post, page, follow } = await openTeam(9);
    await post(230);
    await follow();
    let acknowledged = 230;
    let isWriting = true;
    const writers = [1, 2, 3].map(async (size) => {
      for (let round = 0; round < 40; round += 1) {
        await post(size);
        acknowledged += size;
      }
    });
    const pages: Awaited<ReturnType<typeof page>>[] = [];
    const readers = LIMITS.map(async (limit) => {
      while (isWriting) {
        const before = acknowledged;
        const got = await page(limit);
        expect(Number(got.lastEventId.split(".")[1])).toBeGreaterThanOrEqual(before);
        pages.push(got);
      }
    });
    await Promise.all(writers);
    isWriting = false;
    await Promise.all(readers);
    const all = (await listByOracle(database.db, team.id, {})).sort(compareFeedOrder);
    expect(pages.length).toBeGreaterThan(50);
    for (const { items, lastEventId } of pages) {
      const seq = Number(lastEventId.split(".")[1]);
      const then = all.filter((activity) => activity.seq <= seq).slice(0, items.length);
      expect(items.map((activity) => activity.seq)).toEqual(then.map((activity) => activity.seq));
    }
  });

  it("costs one look at the team's counter while the team is followed, and is gone with its last reader", async () => {
    const { team, hub, post, page, table, follow, memory } = await openTeam(5, { pollMs: 60_000 });
    await post(60);
    const reader = await follow();
    await page(50);
    await memory(50);
    const queries = vi.spyOn(database.pool, "query");
    for (let call = 0; call < 10; call += 1) await page(50);
    // The hub may look itself, as when LISTEN begins to stand.
    expect(queries.mock.calls.length).toBeLessThan(15);
    expect(JSON.stringify(queries.mock.calls)).not.toContain("activity_events");
    queries.mockRestore();
    reader.cut();
    await expect.poll(() => hub.firstPage(team.id)).toBeNull();
    expect(await page(50)).toEqual(await table(50));
  });

  it("is the table's again after a new epoch, and where memory has no room for it", async () => {
    const { team, post, page, table, follow } = await openTeam(6, { pollMs: 60_000 });
    await post(60);
    await follow();
    await page(50);
    await renewEpochs(database.db, team.id);
    expect(await page(50)).toEqual(await table(50));
    const small = await openTeam(7, { keptBytes: 12_000 });
    await small.post(100, Date.now() - HOUR);
    await small.follow();
    await small.page(50);
    for (let round = 0; round < 15; round += 1) {
      await small.post(4, Date.now() - HOUR);
      for (const limit of LIMITS) expect(await small.page(limit)).toEqual(await small.table(limit));
      expect(small.hub.firstPage(small.team.id)?.holds(50)).toBe(false);
    }
  });

  it("ends above what memory had no room for, also once there is room again", async () => {
    const { team, post, table } = await openTeam(12);
    await post(40);
    const allowance = new Allowance(20_000);
    const newest = new Newest({ events: 0, bytes: 0 }, allowance);
    newest.restart({ epoch: team.epoch, seq: 40 });
    const memory = new FirstPage(newest, allowance);
    memory.fill(await readNewest(database.db, team.id, 201), memory.age);
    expect([memory.holds(5), memory.holds(40)]).toEqual([true, false]);
    allowance.take(-20_000);
    await post(10, Date.now() - 10_000 * HOUR);
    const read = await readLive(database.db, team.id, 40, 500, []);
    if (read === null) throw new Error("no team");
    memory.add(new Batch(team.epoch, 40, 50, toRows(read, new Map()), new Map()));
    const pages = range(1, 50).map((limit) => memory.page(limit, { epoch: team.epoch, seq: 50 }));
    expect(pages.at(-1)).toBeNull();
    for (const [index, page] of pages.entries()) if (page !== null) expect(page).toEqual(await table(index + 1));
    expect(pages[4]).not.toBeNull();
  });

  it("is the table's while the hub has not heard of what is new, and once it has", async () => {
    const deaf: Driver = { ...database, connectDirect: () => Promise.reject(new Error("no direct connection here")) };
    const { team, hub, post, page, table, follow, memory } = await openTeam(11, { pollMs: 60_000 }, deaf);
    await post(20);
    await follow();
    // What memory is filled with is newer than what the hub has read.
    await post(5);
    await page(50);
    for (let round = 0; round < 3; round += 1) {
      await post(2);
      expect(await page(50)).toEqual(await table(50));
      openReader(hub, { teamId: team.id, lastEventId: `${team.epoch}.9999` });
      expect(await memory(50)).toEqual(await table(50));
    }
  });

  it("is refused for a team that is not there", async () => {
    const { hub } = await openTeam(8);
    const nowhere = { id: "00000000-0000-4000-8000-000000000000" };
    await expect(listPage(database, nowhere, { filter: {} }, undefined, hub)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
