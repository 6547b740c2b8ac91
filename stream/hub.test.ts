import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import type { Hub } from "./hub";
import type { HubSettings } from "./settings";
import { createAppender } from "./testing/append-rows";
import { createHubs } from "./testing/create-hubs";
import { openReader } from "./testing/open-reader";

let database: TestDatabase;
const hubs = createHubs();

beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await hubs.shutDown();
});
afterAll(() => database.close());

function openHub(settings: Partial<HubSettings> = {}): Hub {
  const hub = hubs.open(async () => database, settings);
  return hub;
}

async function openTeam(settings: Partial<HubSettings> = {}) {
  const team = await database.createTeam();
  const append = await createAppender(database.db, team.id);
  return { hub: openHub(settings), team, append };
}

describe("hub", () => {
  it("sends the frames of the protocol byte for byte", async () => {
    const { hub, team, append } = await openTeam();
    const reader = openReader(hub, { teamId: team.id });
    await reader.until(({ frames }) => frames.length === 1);
    await append([{ message: "Ada wrote\n“two lines”\r\nand \u2028 more" }]);
    await reader.until(({ frames }) => frames.length === 2);
    const [ready = "", activity = "", rest] = reader.text().split("\n\n");
    expect(ready).toMatch(/^retry: (1[5-9]|2[0-5])\d\d\nid: \w+\.0\nevent: ready\ndata: \{"seq":0\}$/);
    const sent = reader.frames[1]?.data;
    expect(activity).toBe(`id: ${team.epoch}.1\nevent: activity\ndata: ${JSON.stringify(sent)}`);
    expect(sent).toMatchObject({ seq: 1, message: "Ada wrote\n“two lines”\r\nand \u2028 more", actorName: "Ada" });
    expect(rest).toBe("");
  });

  it("delivers a commit by the doorbell, long before a poll would", async () => {
    const { hub, team, append } = await openTeam({ pollMs: 60_000 });
    const reader = openReader(hub, { teamId: team.id });
    await reader.until(() => hub.listenerState().state === "live");
    const started = performance.now();
    await append([{}]);
    await reader.until(({ frames }) => frames.length === 2);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("serves two hubs from one database, as two processes would", async () => {
    const { hub, team, append } = await openTeam();
    const readers = [hub, openHub()].map((one) => openReader(one, { teamId: team.id }));
    for (const reader of readers) await reader.until(({ frames }) => frames.length === 1);
    await append([{}, {}]);
    for (const reader of readers) await reader.until((one) => one.seqs().join() === "1,2");
  });

  it("keeps teams apart", async () => {
    const { hub, team, append } = await openTeam();
    const other = await database.createTeam();
    const [mine, theirs] = [openReader(hub, { teamId: team.id }), openReader(hub, { teamId: other.id })];
    for (const reader of [mine, theirs]) await reader.until(({ frames }) => frames.length === 1);
    await append([{}]);
    await mine.until((one) => one.seqs().length === 1);
    expect(theirs.seqs()).toEqual([]);
  });

  it("obeys each reader's filter and moves filtered readers on by heartbeats", async () => {
    const { hub, team, append } = await openTeam({ heartbeatMs: 150 });
    const type = { any: ["task.*"], not: [] };
    const tasks = openReader(hub, { teamId: team.id, filter: { type } });
    const same = openReader(hub, { teamId: team.id, filter: { type: { any: ["task.*"], not: [] } } });
    const search = openReader(hub, { teamId: team.id, filter: { q: "deploying" } });
    const all = openReader(hub, { teamId: team.id });
    for (const reader of [tasks, same, search, all]) await reader.until(({ frames }) => frames.length === 1);
    await append([{ eventType: "task.created" }, { eventType: "status.changed", message: "Ada deployed" }, {}]);
    await append([{ eventType: "status.changed" }]);
    await all.until((one) => one.seqs().join() === "1,2,3,4");
    const beat = `${team.epoch}.4`;
    for (const reader of [tasks, same, search]) await reader.until((one) => one.lastEventId() === beat);
    expect([tasks.seqs(), same.seqs(), search.seqs()]).toEqual([[1, 3], [1, 3], [2]]);
    expect(tasks.text().endsWith(`id: ${beat}\nevent: heartbeat\ndata: {"seq":4}\n\n`)).toBe(true);
  });

  it("listens from the first reader to the last, and says so", async () => {
    const { hub, team } = await openTeam();
    expect(hub.listenerState().state).toBe("idle");
    const readers = [openReader(hub, { teamId: team.id }), openReader(hub, { teamId: team.id })];
    await readers[0]?.until(() => hub.listenerState().state === "live");
    readers[0]?.cut();
    expect(hub.listenerState().state).toBe("live");
    readers[1]?.cut();
    expect(hub.listenerState()).toMatchObject({ state: "idle", reason: null });
    const again = openReader(hub, { teamId: team.id });
    await again.until(() => hub.listenerState().state === "live");
  });

  it("resets every reader when the team's epoch is renewed", async () => {
    const { hub, team, append } = await openTeam({ pollMs: 50 });
    const reader = openReader(hub, { teamId: team.id });
    await reader.until(({ frames }) => frames.length === 1);
    await append([{}, {}]);
    await reader.until((one) => one.seqs().length === 2);
    await database.db.execute(
      sql`UPDATE team_sequences SET epoch = 'renewed', last_seq = 1 WHERE team_id = ${team.id}::uuid`,
    );
    await database.db.execute(sql`DELETE FROM activity_events WHERE team_id = ${team.id}::uuid AND seq = 2`);
    await reader.until(({ frames }) => frames.at(-1)?.event === "reset");
    expect(reader.text().endsWith('id: renewed.1\nevent: reset\ndata: {"reason":"unknown_epoch"}\n\n')).toBe(true);
    await append([{}]);
    await reader.until((one) => one.lastEventId() === "renewed.2");
  });

  it("ends the streams of a team that is not there any more", async () => {
    const { hub, team } = await openTeam({ pollMs: 50 });
    const reader = openReader(hub, { teamId: team.id });
    await reader.until(({ frames }) => frames.length === 1);
    await database.db.execute(sql`DELETE FROM teams WHERE id = ${team.id}::uuid`);
    await reader.until((one) => one.isEnded());
  });

  it("ends a stream when its time is over, after a whole frame that carries the newest id", async () => {
    const { hub, team } = await openTeam({ lifetimeMs: 300, heartbeatMs: 3_000 });
    const reader = openReader(hub, { teamId: team.id });
    await reader.until((one) => one.isEnded());
    expect(reader.frames.map(({ event }) => event)).toEqual(["ready", "heartbeat"]);
    expect(reader.text().endsWith("\n\n")).toBe(true);
  });

  it("refuses streams beyond its room, and all of them once it shuts down", async () => {
    const { hub, team } = await openTeam({ maxStreams: 2, maxTeamStreams: 1 });
    const other = await database.createTeam();
    const reader = openReader(hub, { teamId: team.id });
    expect(() => hub.assertRoom(team.id)).toThrow(expect.objectContaining({ code: "too_many_requests" }));
    hub.assertRoom(other.id);
    openReader(hub, { teamId: other.id });
    expect(() => hub.assertRoom(other.id)).toThrow(expect.objectContaining({ code: "unavailable" }));
    await hub.shutDown();
    await reader.until((one) => one.isEnded());
    expect(() => hub.assertRoom(team.id)).toThrow(expect.objectContaining({ code: "unavailable", retryAfter: 1 }));
  });
});
