import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { listActivities } from "@/db/queries/list-activities";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { Hub } from "../hub";
import { type AppendRows, createAppender } from "../testing/append-rows";
import { openReader } from "../testing/open-reader";
import { MAX_REPLAY, resolveStart } from "./resume";

const HEAD = { epoch: "abc", seq: 250_000 };

describe("resolveStart", () => {
  it.each([
    [null, { after: 250_000, reset: null }],
    ["abc.250000", { after: 250_000, reset: null }],
    ["abc.249990", { after: 249_990, reset: null }],
    [`abc.${250_000 - MAX_REPLAY}`, { after: 250_000 - MAX_REPLAY, reset: null }],
    [`abc.${250_000 - MAX_REPLAY - 1}`, { after: 250_000, reset: "too_old" }],
    ["abc.250001", { after: 250_000, reset: "ahead" }],
    ["abd.250000", { after: 250_000, reset: "unknown_epoch" }],
    ["abc", { after: 250_000, reset: "malformed" }],
    ["abc.01", { after: 250_000, reset: "malformed" }],
    ["abc.9999999999999999", { after: 250_000, reset: "malformed" }],
    ["abc.1, abc.2", { after: 250_000, reset: "malformed" }],
    ["' OR 1=1 --", { after: 250_000, reset: "malformed" }],
  ])("resolves %j", (id, start) => {
    expect(resolveStart(id, HEAD)).toEqual(start);
  });

  it("gives any text a place between the oldest replay and the head", () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const { after } = resolveStart(id, HEAD);
        return after >= HEAD.seq - MAX_REPLAY && after <= HEAD.seq;
      }),
    );
  });
});

describe("a reader that comes back", () => {
  let database: TestDatabase;
  let hub: Hub;
  let team: { id: string; slug: string; epoch: string };
  let append: AppendRows;

  beforeAll(async () => {
    database = await openTestDatabase();
    team = await database.createTeam();
    append = await createAppender(database.db, team.id);
    for (let page = 0; page < 5; page += 1) {
      await append(
        Array.from({ length: 50 }, (_, index) => ({ eventType: index % 25 === 0 ? "rare.seen" : "task.created" })),
      );
    }
    hub = new Hub(async () => database, { maxReplay: 240 });
  });
  afterEach(() => expect(hub.listenerState().state).toBe("idle"));
  afterAll(async () => {
    await hub.shutDown();
    await database.close();
  });

  /** The first frames of a reader that comes back with `lastEventId`. */
  async function comeBack(lastEventId: string, count: number) {
    const reader = openReader(hub, { teamId: team.id, lastEventId });
    await reader.until(({ frames }) => frames.length >= count);
    reader.cut();
    return reader;
  }

  it("is sent everything after its id, once and in order, beyond one page of the replay", async () => {
    const reader = await comeBack(`${team.epoch}.20`, 231);
    expect(reader.text().split("\n\n")[0]).toMatch(
      new RegExp(`^retry: \\d{4}\nid: ${team.epoch}\\.20\nevent: ready\ndata: {"seq":20}$`),
    );
    expect(reader.seqs()).toEqual(Array.from({ length: 230 }, (_, index) => index + 21));
  });

  it("is sent nothing again when it missed nothing", async () => {
    const reader = openReader(hub, { teamId: team.id, lastEventId: `${team.epoch}.250` });
    await reader.until(({ frames }) => frames.length === 1);
    await new Promise((done) => setTimeout(done, 50));
    expect(reader.text()).toMatch(/^retry: \d{4}\nid: \w+\.250\nevent: ready\ndata: \{"seq":250\}\n\n$/);
    reader.cut();
  });

  it("is sent only what its filter lets through", async () => {
    const filter = { type: { any: ["rare.*"], not: [] } };
    const reader = openReader(hub, { teamId: team.id, lastEventId: `${team.epoch}.20`, filter });
    await reader.until((one) => one.seqs().length === 9);
    expect(reader.seqs()).toEqual([26, 51, 76, 101, 126, 151, 176, 201, 226]);
    reader.cut();
  });

  it.each([
    ["too_old", () => `${team.epoch}.5`],
    ["ahead", () => `${team.epoch}.251`],
    ["unknown_epoch", () => "foreign.250"],
    ["malformed", () => "\u0000'); --"],
  ])("is told to reload when its id is %s, and goes on live", async (reason, id) => {
    const reader = await comeBack(id(), 2);
    expect(reader.text()).toMatch(
      new RegExp(
        `^retry: \\d{4}\nid: ${team.epoch}\\.250\nevent: reset\ndata: {"reason":"${reason}"}\n\n` +
          `id: ${team.epoch}\\.250\nevent: ready\ndata: {"seq":250}\n\n$`,
      ),
    );
  });

  it("may be ahead of what the hub has read so far, without a reset", async () => {
    const quiet = new Hub(async () => database, { pollMs: 60_000 });
    const other = await database.createTeam();
    const first = openReader(quiet, { teamId: other.id });
    await first.until(({ frames }) => frames.length === 1);
    // Numbered behind the hub's back, as when a notification was lost.
    const appendQuietly = await createAppender(database.db, other.id);
    await appendQuietly([{}, {}]);
    const reader = openReader(quiet, { teamId: other.id, lastEventId: `${other.epoch}.1` });
    await reader.until((one) => one.seqs().join() === "2");
    expect(reader.frames.map(({ event }) => event)).toEqual(["ready", "activity"]);
    await quiet.shutDown();
  });

  it("joins a page of the list without a hole", async () => {
    const other = await database.createTeam();
    const appendMore = await createAppender(database.db, other.id);
    let isDone = false;
    const writing = (async () => {
      for (let round = 0; round < 40; round += 1) await appendMore([{}, {}]);
      isDone = true;
    })();
    for (let round = 0; !isDone; round += 1) {
      const page = await listActivities(database.db, { id: other.id }, { filter: {}, limit: 200 });
      const reader = openReader(hub, { teamId: other.id, lastEventId: page.lastEventId });
      await reader.until((one) => isDone || one.seqs().length > 2);
      const seqs = [...page.items.map(({ seq }) => seq), ...reader.seqs()].sort((a, b) => a - b);
      expect(seqs, `round ${round}`).toEqual(seqs.map((_, index) => index + 1));
      reader.cut();
    }
    await writing;
  });
});
