import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Driver } from "@/db/drivers/driver";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import type { Hub } from "./hub";
import type { HubSettings } from "./settings";
import { createAppender } from "./testing/append-rows";
import { createHubs } from "./testing/create-hubs";
import { openReader, type TestReader } from "./testing/open-reader";

let database: TestDatabase;
const hubs = createHubs();

beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await hubs.shutDown();
});
afterAll(() => database.close());

function openHub(driver: () => Promise<Driver>, settings: Partial<HubSettings> = {}): Hub {
  const hub = hubs.open(driver, settings);
  return hub;
}

/** A database whose LISTEN connections can be refused and cut. */
function breakable() {
  let isBlocked = false;
  let cut: () => void = () => {};
  const driver: Driver = {
    ...database,
    connectDirect: async () => {
      if (isBlocked) throw new Error("blocked by a firewall");
      const client = await database.connectDirect();
      return {
        ...client,
        onEnd: (handler) => {
          cut = () => handler(new Error("cut"));
          client.onEnd(handler);
        },
      };
    },
  };
  return {
    driver,
    block: () => {
      isBlocked = true;
      cut();
    },
    unblock: () => {
      isBlocked = false;
    },
  };
}

/** What a reader was told of the listener, `ready` and every heartbeat. */
function notes(reader: TestReader): string[] {
  return reader.frames.flatMap(({ event, data }) =>
    event === "ready" || event === "heartbeat" ? [`${event} ${data.listener ?? "live"}`] : [],
  );
}

describe("readers", () => {
  it("hear at once that doorbells no longer arrive, are served by polling, and hear when they do again", async () => {
    const team = await database.createTeam();
    const append = await createAppender(database.db, team.id);
    const { driver, block, unblock } = breakable();
    const hub = openHub(async () => driver);
    const reader = openReader(hub, { teamId: team.id });
    await reader.until(({ frames }) => frames.length === 1 && hub.listenerState().state === "live");
    block();
    await reader.until((one) => notes(one).at(-1) === "heartbeat polling", 2_000);
    expect(hub.listenerState()).toMatchObject({ state: "polling", doorbell: { status: "not_delivered" } });
    const late = openReader(hub, { teamId: team.id });
    await late.until((one) => notes(one).join() === "ready polling");
    const started = performance.now();
    await append([{}]);
    await reader.until((one) => one.seqs().join() === "1");
    expect(performance.now() - started).toBeLessThan(2_000);
    unblock();
    await reader.until((one) => notes(one).at(-1) === "heartbeat live", 15_000);
    expect(notes(reader)).toEqual(["ready live", "heartbeat polling", "heartbeat live"]);
    expect(notes(late)).toEqual(["ready polling", "heartbeat live"]);
    expect(reader.text().endsWith('event: heartbeat\ndata: {"seq":1}\n\n')).toBe(true);
  });

  it("hear nothing of a connection that is being made, unless it takes more than 2 s", async () => {
    const team = await database.createTeam();
    const hub = openHub(async () => ({ ...database, connectDirect: () => new Promise<never>(() => {}) }));
    const reader = openReader(hub, { teamId: team.id });
    const started = performance.now();
    await reader.until((one) => notes(one).length === 2);
    expect(performance.now() - started).toBeGreaterThan(1_900);
    expect(notes(reader)).toEqual(["ready live", "heartbeat polling"]);
  });

  it("hear that the database cannot be read, and when it can be again", async () => {
    const team = await database.createTeam();
    let isAway = false;
    const hub = openHub(
      async () => {
        if (isAway) throw new Error("the disk is full");
        return database;
      },
      { pollMs: 50 },
    );
    const reader = openReader(hub, { teamId: team.id });
    await reader.until(({ frames }) => frames.length === 1 && hub.listenerState().state === "live");
    isAway = true;
    await reader.until((one) => notes(one).at(-1) === "heartbeat degraded", 2_000);
    expect(hub.listenerState().reason).toContain("the disk is full");
    isAway = false;
    await reader.until((one) => notes(one).at(-1) === "heartbeat live", 2_000);
  });
});

describe("the self-test", () => {
  it("tells while nobody is connected that doorbells arrive", async () => {
    const hub = openHub(async () => database);
    expect(hub.listenerState()).toMatchObject({ state: "idle", doorbell: { via: null, status: "untested" } });
    await hub.selfTest.run();
    expect(hub.listenerState()).toMatchObject({
      state: "idle",
      reason: null,
      doorbell: { via: "postgres", status: "ok", reason: null },
    });
  });

  it("tells why they do not, and a session that hears them corrects it", async () => {
    const team = await database.createTeam();
    const { driver, block, unblock } = breakable();
    block();
    const hub = openHub(async () => driver);
    await hub.selfTest.run();
    const reason = "blocked by a firewall";
    expect(hub.listenerState()).toMatchObject({
      state: "idle",
      reason,
      doorbell: { via: "postgres", status: "not_delivered", reason },
    });
    unblock();
    const reader = openReader(hub, { teamId: team.id });
    await reader.until(() => hub.listenerState().state === "live");
    reader.cut();
    expect(hub.listenerState()).toMatchObject({ state: "idle", reason: null, doorbell: { status: "ok" } });
  });

  it("says within its time that a pooler keeps doorbells back", async () => {
    const hub = openHub(async () => ({
      ...database,
      connectDirect: async () => ({ ...(await database.connectDirect()), onNotification: () => {} }),
    }));
    await hub.selfTest.run();
    expect(hub.listenerState().reason).toContain("DATABASE_URL_UNPOOLED");
  });
});
