import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Filter } from "@/activity/filter";
import { compareFeedOrder } from "@/activity/merge";
import { hideActivities } from "@/db/queries/hide-activities";
import { readLive } from "@/db/queries/read-live";
import { listByOracle } from "@/db/testing/feed-oracle";
import { appendRandom, createWorld, hideRandom, randomFilter, seeded } from "@/db/testing/random-activities";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { createHubs } from "./testing/create-hubs";
import { openReader, type TestReader } from "./testing/open-reader";

const DAY = 86_400_000;
let database: TestDatabase;
const hubs = createHubs();
beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(() => hubs.shutDown());
afterAll(() => database.close());

/** What a page that was empty at first holds after these frames: ids of what was sent and not taken away again. */
function shown(frames: TestReader["frames"]): Set<string> {
  const ids = new Set<string>();
  for (const { event, data } of frames) {
    if (event === "activity") ids.add(data.id);
    if (event === "change") ids.delete(data.id);
  }
  return ids;
}

const seqOf = (id: string | null | undefined) => Number(id?.split(".")[1] ?? 0);

describe("changes on the stream", () => {
  it("leave every reader with what its filter shows, live, cut and come back, from memory or from the table", async () => {
    const team = await database.createTeam();
    const world = await createWorld(database.db, team.id);
    const random = seeded(11);
    const filters: Filter[] = [{}, {}, ...Array.from({ length: 6 }, () => randomFilter(random, world, DAY))];
    // One hub remembers hardly anything, so that its readers come back by the table.
    const settings = [{ pollMs: 200 }, { pollMs: 200, keptEvents: 3 }];
    const open = settings.map((one) => hubs.open(async () => database, one));
    const readers = filters.map((filter) => ({ filter, frames: [] as TestReader["frames"], at: `${team.epoch}.0` }));
    const connect = (place: number) => {
      const reader = readers[place];
      const hub = open[Math.floor(random() * open.length)];
      if (reader === undefined || hub === undefined) throw new Error("no such reader");
      return openReader(hub, { teamId: team.id, filter: reader.filter, lastEventId: reader.at });
    };
    let streams = readers.map((_, place) => connect(place));
    for (let round = 0; round < 25; round += 1) {
      await appendRandom(database.db, world, { random, count: 1 + Math.floor(random() * 6), spanMs: DAY });
      await hideRandom(database.db, world, { random, count: 1 + Math.floor(random() * 3), spanMs: DAY });
      streams = streams.map((stream, place) => {
        const reader = readers[place];
        if (reader === undefined || random() < 0.5) return stream;
        stream.cut();
        reader.frames.push(...stream.frames);
        reader.at = stream.lastEventId() ?? reader.at;
        return connect(place);
      });
    }
    const last = (await readLive(database.db, team.id, 0, 1, []))?.lastSeq ?? 0;
    for (const [place, { filter, frames, at }] of readers.entries()) {
      streams[place]?.cut();
      const end = openReader(open[0] as (typeof open)[number], {
        teamId: team.id,
        filter,
        lastEventId: streams[place]?.lastEventId() ?? at,
      });
      const all = () => [...frames, ...(streams[place]?.frames ?? []), ...end.frames];
      const wanted = await listByOracle(database.db, team.id, filter);
      await expect
        .poll(() => [...shown(all())].sort(), { message: JSON.stringify(filter), timeout: 10_000 })
        .toEqual(wanted.map(({ id }) => id).sort());
      const seqs = all().flatMap(({ event, id }) => (event === "activity" || event === "change" ? [seqOf(id)] : []));
      expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
      if (Object.keys(filter).length === 0) expect(seqs.at(-1)).toBe(last);
      end.cut();
    }
  }, 60_000);

  it("never send an activity again once it is hidden, only that it is", async () => {
    const team = await database.createTeam();
    const world = await createWorld(database.db, team.id);
    await appendRandom(database.db, world, { random: seeded(3), count: 3, spanMs: DAY });
    const hub = hubs.open(async () => database, { pollMs: 60_000 });
    const first = openReader(hub, { teamId: team.id, lastEventId: `${team.epoch}.0` });
    await first.until((reader) => reader.seqs().length === 3);
    const [hidden, successor] = first.frames.flatMap(({ event, data }) => (event === "activity" ? [data.id] : []));
    await hideActivities(database.db, team.id, [{ id: hidden ?? "", successor: successor ?? null }], null);
    await first.until((reader) => reader.frames.some(({ event }) => event === "change"));
    expect(first.frames.at(-1)).toMatchObject({
      event: "change",
      id: `${team.epoch}.4`,
      data: { id: hidden, isHidden: true, supersededBy: successor },
    });
    // From the memory of the hub that had sent it, and from the table.
    for (const from of [hub, hubs.open(async () => database)]) {
      const late = openReader(from, { teamId: team.id, lastEventId: `${team.epoch}.0` });
      await late.until((reader) => seqOf(reader.lastEventId()) === 4);
      expect(late.seqs()).toEqual([2, 3]);
      expect(late.text()).not.toContain(`"seq":1,`);
    }
  });
});

it("a page in memory and the table agree on what is hidden", async () => {
  const team = await database.createTeam();
  const world = await createWorld(database.db, team.id);
  await appendRandom(database.db, world, { random: seeded(4), count: 30, spanMs: DAY });
  await hideRandom(database.db, world, { random: seeded(5), count: 10, spanMs: DAY });
  const live = await readLive(database.db, team.id, 0, 500, []);
  const hidden = new Set(live?.rows.flatMap(({ change }) => (change === null ? [] : [change.id])));
  const rows = live?.rows.filter(({ change, activity }) => change === null && !hidden.has(activity.id)) ?? [];
  const left = rows.map(({ activity }) => activity).sort(compareFeedOrder);
  expect(left).toEqual(await listByOracle(database.db, team.id, {}));
});
