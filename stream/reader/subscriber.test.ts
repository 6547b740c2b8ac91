import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import type { HubSettings } from "../settings";
import { createAppender } from "../testing/append-rows";
import { createHubs } from "../testing/create-hubs";
import { openReader } from "../testing/open-reader";

let database: TestDatabase;
const hubs = createHubs();

beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await hubs.shutDown();
});
afterAll(() => database.close());

async function openTeam(settings: Partial<HubSettings> = {}) {
  const team = await database.createTeam();
  const hub = hubs.open(async () => database, settings);
  return { team, hub, append: await createAppender(database.db, team.id) };
}

const upTo = (count: number, from = 1) => Array.from({ length: count }, (_, index) => index + from);
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe("a reader", () => {
  it("that joins, or is cut and comes back, in the middle of a burst misses nothing and sees nothing twice", async () => {
    const { team, hub, append } = await openTeam();
    const total = 400;
    let isWriting = true;
    const writing = (async () => {
      for (let sent = 0; sent < total; ) {
        const size = Math.min(1 + Math.floor(Math.random() * 12), total - sent);
        await append(upTo(size).map(() => ({})));
        sent += size;
        if (Math.random() < 0.3) await sleep(Math.random() * 4);
      }
      isWriting = false;
    })();
    const cutAtRandom = async () => {
      const seen: number[] = [];
      let id = `${team.epoch}.0`;
      let filter = {};
      while ((seen.at(-1) ?? 0) < total) {
        const reader = openReader(hub, { teamId: team.id, lastEventId: id, filter });
        // A filter that matches everything, now and then, so that joins change which filters a running read knows.
        filter = Math.random() < 0.5 ? {} : { type: { any: [`task.*`, `x${Math.random()}`], not: [] } };
        if (isWriting) await sleep(Math.random() * 30);
        else await reader.until((one) => one.lastEventId() === `${team.epoch}.${total}`);
        reader.cut();
        seen.push(...reader.seqs());
        id = reader.lastEventId() ?? id;
      }
      return seen;
    };
    const seen = await Promise.all(upTo(8).map(cutAtRandom));
    await writing;
    for (const seqs of seen) expect(seqs).toEqual(upTo(total));
  });

  it("that stops reading is closed, while the others go on and wait for nothing", async () => {
    const { team, hub, append } = await openTeam({ stallMs: 300 });
    const [slow, other] = [openReader(hub, { teamId: team.id }), openReader(hub, { teamId: team.id })];
    for (const reader of [slow, other]) await reader.until(({ frames }) => frames.length === 1);
    slow.pause();
    const message = "x".repeat(20_000);
    for (let round = 0; round < 30; round += 1) await append([{ message }, { message }]);
    await other.until((one) => one.seqs().length === 60, 2_000);
    await sleep(600);
    slow.resume();
    await slow.until((one) => one.isEnded());
    expect(slow.seqs().length).toBeLessThan(60);
    expect(slow.seqs()).toEqual(upTo(slow.seqs().length));
    await append([{}]);
    await other.until((one) => one.seqs().at(-1) === 61);
  });

  it("that is slow, but reads, is sent everything from the table at its own pace", async () => {
    const { team, hub, append } = await openTeam({ stallMs: 5_000 });
    const slow = openReader(hub, { teamId: team.id });
    await slow.until(({ frames }) => frames.length === 1);
    slow.pause();
    const message = "y".repeat(30_000);
    for (let round = 0; round < 10; round += 1) await append([{ message }, { message }, { message }]);
    await sleep(100);
    await append([{}]);
    slow.resume();
    await slow.until((one) => one.seqs().length === 31);
    expect(slow.seqs()).toEqual(upTo(31));
    expect(slow.isEnded()).toBe(false);
  });

  it("whose sink takes no more is closed at once", async () => {
    const { team, hub, append } = await openTeam();
    let isClosed = false;
    let writes = 0;
    const sink = {
      door: "next" as const,
      write: () => {
        writes += 1;
        return writes < 2;
      },
      isBehind: () => false,
      drained: async () => {},
      close: () => {
        isClosed = true;
      },
    };
    hub.subscribe({
      teamId: team.id,
      filter: {},
      lastEventId: null,
      sink,
      isStillAuthorized: async () => true,
      userId: null,
    });
    while (writes === 0) await sleep(2);
    await append([{}]);
    while (!isClosed) await sleep(2);
    expect(hub.listenerState().state).toBe("idle");
  });

  it("gets a burst larger than one read, and larger than its queue, without being closed", async () => {
    const { team, hub, append } = await openTeam();
    const reader = openReader(hub, { teamId: team.id });
    await reader.until(({ frames }) => frames.length === 1);
    const message = "z".repeat(4_000);
    await append(upTo(700).map(() => ({ message })));
    await reader.until((one) => one.seqs().length === 700, 15_000);
    expect(reader.seqs()).toEqual(upTo(700));
  });
});
