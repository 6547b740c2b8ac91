import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ringAccess } from "@/db/queries/ring-access";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import type { HubSettings } from "./settings";
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

/** Two readers of one team, the first of which may be revoked, on a hub that polls and beats seldom unless told otherwise. */
async function openReaders(settings: Partial<HubSettings> = {}) {
  const team = await database.createTeam();
  const hub = hubs.open(async () => database, { pollMs: 60_000, ...settings });
  const access = { isAllowed: true, checks: 0 };
  const userId = randomUUID();
  const isStillAuthorized = async () => {
    access.checks += 1;
    return access.isAllowed;
  };
  const reader = openReader(hub, { teamId: team.id, isStillAuthorized, userId });
  const other = openReader(hub, { teamId: team.id });
  await reader.until(({ frames }) => frames.length > 0 && hub.listenerState().state === "live");
  return { hub, team, reader, other, access, userId };
}

describe("access", () => {
  it("that was revoked closes the stream as soon as the doorbell rings for the team", async () => {
    const { team, reader, other, access } = await openReaders();
    access.isAllowed = false;
    await ringAccess(database.db, { teamId: team.id });
    await reader.until((one) => one.isEnded());
    expect(other.isEnded()).toBe(false);
  });

  it("of one user is checked when it rings for that user, and not for another", async () => {
    const { reader, access, userId } = await openReaders();
    access.checks = 0;
    await ringAccess(database.db, { userId: randomUUID() });
    await ringAccess(database.db, { userId });
    await reader.until(() => access.checks > 0);
    expect(access.checks).toBe(1);
    expect(reader.isEnded()).toBe(false);
  });

  it("is told to whoever keeps answers about it, before streams are checked again", async () => {
    const { hub, team, reader, access } = await openReaders();
    let told = 0;
    const stop = hub.onAccess(() => {
      told += 1;
      access.isAllowed = false;
    });
    await ringAccess(database.db, { teamId: team.id });
    await reader.until((one) => one.isEnded());
    expect(told).toBe(1);
    stop();
  });

  it("is checked again with every heartbeat, doorbell or not", async () => {
    const { reader, access } = await openReaders({ heartbeatMs: 100 });
    access.isAllowed = false;
    await reader.until((one) => one.isEnded());
  });

  it("is checked with every poll while doorbells do not arrive", async () => {
    const team = await database.createTeam();
    const deaf = { ...database, connectDirect: () => Promise.reject(new Error("no direct connection here")) };
    const hub = hubs.open(async () => deaf, { pollMs: 50 });
    let isAllowed = true;
    const reader = openReader(hub, { teamId: team.id, isStillAuthorized: async () => isAllowed });
    await reader.until(() => hub.listenerState().reason === "no direct connection here");
    expect(hub.listenerState().state).toBe("polling");
    isAllowed = false;
    await reader.until((one) => one.isEnded());
  });

  it("that was revoked while nobody listened yet is checked once somebody does", async () => {
    const team = await database.createTeam();
    let connect = () => {};
    const isConnecting = new Promise<void>((done) => {
      connect = done;
    });
    const slow = { ...database, connectDirect: () => isConnecting.then(() => database.connectDirect()) };
    const hub = hubs.open(async () => slow, { pollMs: 60_000, heartbeatMs: 60_000 });
    let [isAllowed, checks] = [true, 0];
    // An answer that is kept until whoever keeps it is told, as the doors' are.
    let kept: boolean | null = null;
    hub.onAccess(() => {
      kept = null;
    });
    const isStillAuthorized = async () => {
      checks += 1;
      kept ??= isAllowed;
      return kept;
    };
    const reader = openReader(hub, { teamId: team.id, isStillAuthorized });
    // The first look, which the next follows in a minute.
    await reader.until(({ frames }) => frames.length > 0 && checks > 0);
    isAllowed = false;
    await ringAccess(database.db, { teamId: team.id });
    expect(reader.isEnded()).toBe(false);
    connect();
    await reader.until((one) => one.isEnded());
  });

  it("that has an end closes the stream then", async () => {
    const { id: teamId } = await database.createTeam();
    const hub = hubs.open(async () => database, { pollMs: 60_000 });
    const reader = openReader(hub, { teamId, endsAt: Date.now() + 700 });
    await reader.until(({ frames }) => frames.length > 0);
    await reader.until((one) => one.isEnded(), 5_000);
  });

  it("by a link takes no more streams than a link may have, whatever the team has", async () => {
    const { id: teamId } = await database.createTeam();
    const hub = hubs.open(async () => database, { maxLinkStreams: 1 });
    hub.assertRoom(teamId, "a");
    openReader(hub, { teamId, linkId: "a" });
    expect(() => hub.assertRoom(teamId, "a")).toThrow("This link has too many open streams");
    hub.assertRoom(teamId, "b");
    hub.assertRoom(teamId);
  });
});
