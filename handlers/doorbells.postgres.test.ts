import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBroker } from "@/db/doorbells/open-broker";
import { withBroker } from "@/db/doorbells/ring-after-commit";
import type { Driver } from "@/db/drivers/driver";
import { ringAccess } from "@/db/queries/ring-access";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { captureInTransaction, captureItems } from "@/ingest/capture";
import { Hub } from "@/stream/hub";
import type { HubSettings } from "@/stream/settings";
import { findFaults, runDelivery } from "@/stream/testing/delivery";
import { openReader } from "@/stream/testing/open-reader";
import { openTcpGate, type TcpGate } from "./testing/tcp-gate";

function addressOf(variable: "TEST_REDIS_URL" | "TEST_NATS_URL"): string {
  const url = process.env[variable];
  if (!url) throw new Error(`${variable} must name a broker; npm run test:postgres sets it`);
  return url;
}

const event = (id: string) => ({ eventType: "task.created", actor: { id: "a" }, entity: { type: "task", id } });

async function post(driver: Driver, teamId: string): Promise<number> {
  const { results } = await captureItems(driver, teamId, { items: [{ event: event(randomUUID()) }], key: null });
  const [result] = results;
  if (result === undefined || !("activity" in result)) throw new Error("not stored");
  return result.activity.seq;
}

describe.each([
  ["redis", "TEST_REDIS_URL"],
  ["nats", "TEST_NATS_URL"],
] as const)("doorbells over %s", (via, variable) => {
  let plain: TestDatabase;
  let gate: TcpGate;
  let drivers: Driver[] = [];
  let hubs: Hub[] = [];
  beforeAll(async () => {
    plain = await openTestDatabase();
  });
  afterAll(() => plain.close());
  afterEach(async () => {
    await Promise.all(hubs.map((hub) => hub.shutDown()));
    await Promise.all(drivers.map((driver) => driver.close()));
    await gate.close();
    [drivers, hubs] = [[], []];
  });

  /** A server: its own connections to the database, and to the broker through the gate. */
  async function openServer(settings: Partial<HubSettings> = {}): Promise<{ driver: Driver; hub: Hub }> {
    const driver = withBroker(await openTestDatabase(), openBroker(gate.url));
    const hub = new Hub(async () => driver, settings);
    drivers.push(driver);
    hubs.push(hub);
    return { driver, hub };
  }
  const openGate = async () => {
    gate = await openTcpGate(addressOf(variable));
  };

  it("bring each event to each reader once and in order, from two servers to two, without a poll and without NOTIFY", async () => {
    await openGate();
    const team = await plain.createTeam();
    const writing = [await openServer(), await openServer()];
    const reading = [await openServer({ pollMs: 60_000 }), await openServer({ pollMs: 60_000 })];
    const notified: string[] = [];
    const listener = await plain.connectDirect();
    listener.onNotification((_, payload) => notified.push(payload));
    await listener.query("LISTEN activity");
    const delivery = await runDelivery({
      team,
      hubs: reading.map(({ hub }) => hub),
      readers: 12,
      longestStay: 200,
      write: async () => {
        const writer = async ({ driver }: { driver: Driver }) => {
          const seqs: number[] = [];
          for (let sent = 0; sent < 50; sent += 1) seqs.push(await post(driver, team.id));
          return seqs;
        };
        return (await Promise.all([...writing, ...writing, ...writing, ...writing].map(writer))).flat();
      },
    });
    await listener.close();
    expect(delivery.acknowledged).toHaveLength(400);
    expect(findFaults(delivery)).toEqual({ lost: 0, doubled: 0, disordered: 0, holes: 0 });
    expect(notified.filter((payload) => payload.startsWith(team.id))).toEqual([]);
  });

  it("may be cut and kept away in the middle: nothing is lost, polling is reported, and they are live again", async () => {
    await openGate();
    const team = await plain.createTeam();
    const { driver } = await openServer();
    const { hub } = await openServer();
    const reader = openReader(hub, { teamId: team.id });
    await reader.until(({ frames }) => frames.length === 1 && hub.listenerState().state === "live");
    expect(hub.listenerState().doorbell.via).toBe(via);
    let isWriting = true;
    let last = 0;
    const writing = (async () => {
      while (isWriting) {
        last = await post(driver, team.id);
        await sleep(5);
      }
    })();
    await sleep(100);
    gate.cut();
    await sleep(200);
    gate.shut();
    await reader.until(() => hub.listenerState().state === "polling", 2_000);
    expect(hub.listenerState().reason).not.toBeNull();
    const before = last;
    const started = performance.now();
    await reader.until((one) => (one.seqs().at(-1) ?? 0) >= before);
    expect(performance.now() - started).toBeLessThan(2_000);
    gate.open();
    await reader.until(() => hub.listenerState().state === "live", 15_000);
    isWriting = false;
    await writing;
    await reader.until((one) => one.seqs().at(-1) === last);
    expect(reader.seqs()).toEqual(Array.from({ length: last }, (_, index) => index + 1));
  });

  it("may be away from the start: posts do not wait, readers are served by polling, and health says why", async () => {
    await openGate();
    gate.shut();
    const team = await plain.createTeam();
    const { driver, hub } = await openServer();
    await hub.selfTest.run();
    expect(hub.listenerState()).toMatchObject({ state: "idle", doorbell: { via, status: "not_delivered" } });
    expect(hub.listenerState().reason).toMatch(new RegExp(`^${via}: ..`));
    const reader = openReader(hub, { teamId: team.id });
    await reader.until(({ frames }) => frames.length === 1);
    for (let sent = 0; sent < 20; sent += 1) {
      const started = performance.now();
      await post(driver, team.id);
      expect(performance.now() - started).toBeLessThan(1_000);
    }
    await reader.until((one) => one.seqs().length === 20, 2_000);
    gate.open();
    await reader.until(() => hub.listenerState().state === "live", 15_000);
  });

  it("ring after the commit of a transaction, not when it is rolled back, and for changed access too", async () => {
    await openGate();
    const team = await plain.createTeam();
    const { driver } = await openServer();
    const { hub } = await openServer({ pollMs: 60_000 });
    let isAllowed = true;
    const reader = openReader(hub, { teamId: team.id, isStillAuthorized: async () => isAllowed });
    await reader.until(({ frames }) => frames.length === 1 && hub.listenerState().state === "live");
    const givenUp = driver.db.transaction(async (tx) => {
      await captureInTransaction(tx, team.id, [event("lost")]);
      await ringAccess(tx, { teamId: team.id });
      throw new Error("given up");
    });
    await expect(givenUp).rejects.toThrow("given up");
    await driver.db.transaction((tx) => captureInTransaction(tx, team.id, [event("kept")]));
    await reader.until((one) => one.seqs().join() === "1");
    isAllowed = false;
    await sleep(100);
    expect(reader.isEnded()).toBe(false);
    await driver.db.transaction((tx) => ringAccess(tx, { teamId: team.id }));
    await reader.until((one) => one.isEnded());
  });
});
