import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import type { HubSettings } from "../settings";
import { createAppender } from "../testing/append-rows";
import { createHubs } from "../testing/create-hubs";
import { openReader } from "../testing/open-reader";

const READERS = 200;
const TOTAL = 600;
let database: TestDatabase;
const hubs = createHubs();

beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await hubs.shutDown();
});
afterAll(() => database.close());

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index + 1);

/** A team of 600 events, every third of them rare, and a hub that knows nothing of it yet. */
async function openTeam(settings: Partial<HubSettings> = {}) {
  const team = await database.createTeam();
  const append = await createAppender(database.db, team.id);
  for (let sent = 0; sent < TOTAL; sent += 100)
    await append(
      range(0, 100).map((place) => ({ eventType: (sent + place) % 3 === 0 ? "rare.seen" : "task.created" })),
    );
  const hub = hubs.open(async () => database, { pollMs: 60_000, ...settings });
  return { team, append, hub };
}

/** Readers come back at once, 200 of them unless told otherwise; each must get exactly what it missed. Gives how many statements that took. */
async function comeBack(
  { team, append, hub }: Awaited<ReturnType<typeof openTeam>>,
  typesOf: (place: number) => string[] | null = () => null,
  count = READERS,
): Promise<number> {
  const queries = vi.spyOn(database.pool, "query");
  const readers = range(0, count).map((place) => {
    const after = TOTAL - place * 2 * (READERS / count);
    const types = typesOf(place);
    const filter = types === null ? {} : { type: { any: types, not: [] } };
    const reader = openReader(hub, { teamId: team.id, lastEventId: `${team.epoch}.${after}`, filter });
    const missed = range(after, TOTAL + 1).filter((seq) => types === null || seq % 3 === 0);
    return { reader, missed };
  });
  await append([{}]);
  const isThere = ({ reader, missed }: (typeof readers)[number]) =>
    reader.frames.length > 0 && reader.seqs().length >= missed.length;
  await expect.poll(() => readers.every(isThere), { timeout: 20_000 }).toBe(true);
  const statements = queries.mock.calls.length;
  queries.mockRestore();
  for (const { reader, missed } of readers) {
    expect(reader.frames[0]?.event).toBe("ready");
    expect(reader.seqs()).toEqual(missed);
    reader.cut();
  }
  return statements;
}

describe("200 readers that come back at once, each to another place", () => {
  it("are sent exactly what they missed, with a handful of statements", async () => {
    expect(await comeBack(await openTeam())).toBeLessThanOrEqual(12);
  });

  it("also with filters, every other one with its own", async () => {
    const typesOf = (place: number) => (place % 2 === 0 ? null : ["rare.*", `other.${place}`]);
    expect(await comeBack(await openTeam(), typesOf)).toBeLessThanOrEqual(12);
  });

  it("also one after the other, to a hub that others still follow", async () => {
    const opened = await openTeam();
    await comeBack(opened);
    const stays = openReader(opened.hub, { teamId: opened.team.id, lastEventId: `${opened.team.epoch}.0` });
    await stays.until((one) => one.seqs().length === TOTAL + 1);
    const queries = vi.spyOn(database.pool, "query");
    for (const place of range(0, 50)) {
      const lastEventId = `${opened.team.epoch}.${place * 10}`;
      const reader = openReader(opened.hub, { teamId: opened.team.id, lastEventId });
      await reader.until((one) => one.seqs().at(-1) === TOTAL + 1);
      expect(reader.seqs()).toEqual(range(place * 10, TOTAL + 1));
      reader.cut();
    }
    // The hub looks at the heads when LISTEN begins to stand; nobody reads an event.
    const reads = () => queries.mock.calls.filter((call) => JSON.stringify(call).includes("activity_events"));
    expect(reads()).toHaveLength(0);
    // What is in memory was not matched against a filter that nobody had yet.
    const filtered = range(0, 20).map((place) => {
      const filter = { type: { any: ["rare.*", `other.${place}`], not: [] } };
      const lastEventId = `${opened.team.epoch}.${place * 25}`;
      return { place, reader: openReader(opened.hub, { teamId: opened.team.id, lastEventId, filter }) };
    });
    for (const { place, reader } of filtered) {
      const missed = range(place * 25, TOTAL + 1).filter((seq) => seq % 3 === 0);
      await reader.until((one) => one.seqs().length >= missed.length);
      expect(reader.seqs()).toEqual(missed);
    }
    expect(reads().length).toBeLessThanOrEqual(3);
  });

  it("cost few looks where no id is known", async () => {
    const { team, hub } = await openTeam();
    const queries = vi.spyOn(database.pool, "query");
    const readers = range(0, READERS).map((place) =>
      openReader(hub, { teamId: team.id, lastEventId: place % 2 === 0 ? `foreign.${place}` : `${team.epoch}.9999` }),
    );
    for (const reader of readers) await reader.until(({ frames }) => frames.length === 2);
    expect(queries.mock.calls.length).toBeLessThanOrEqual(8);
    for (const reader of readers) expect(reader.frames.map(({ event }) => event)).toEqual(["reset", "ready"]);
  });

  it.each([
    ["few events", { keptEvents: 100 }],
    ["few bytes of a team", { keptTeamBytes: 100_000 }],
    ["few bytes of the process", { keptBytes: 100_000 }],
    ["nothing", { keptBytes: 0 }],
  ])("are sent exactly that where memory may hold %s", async (_, settings) => {
    await comeBack(await openTeam(settings), () => null, 40);
  });
});
