import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChannelState, listen } from "./channel";
import type { Signal } from "./doorbells/signal";
import { ringAccess } from "./queries/ring-access";
import { openTestDatabase, type TestDatabase } from "./testing/test-database";

describe("listen", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  async function until(isThere: () => boolean): Promise<void> {
    for (let waited = 0; !isThere(); waited += 5) {
      if (waited > 5_000) throw new Error("not there after 5 s");
      await new Promise((done) => setTimeout(done, 5));
    }
  }

  it("hears both doorbells until it is closed", async () => {
    const signals: Signal[] = [];
    const states: ChannelState[] = [];
    const channel = listen(
      database,
      (signal) => signals.push(signal),
      (state) => states.push(state),
    );
    await until(() => states.length > 0);
    expect(states).toEqual([{ state: "live", reason: null }]);
    const teamId = randomUUID();
    await database.db.execute(sql`SELECT pg_notify('activity', ${`${teamId}:7`})`);
    await ringAccess(database.db, { userId: teamId });
    const mine = () => signals.filter((one) => ("teamId" in one ? one.teamId : one.userId) === teamId);
    await until(() => mine().length === 2);
    expect(mine()).toEqual([
      { topic: "activity", teamId, seq: 7 },
      { topic: "access", userId: teamId },
    ]);
    await channel.close();
    await database.db.execute(sql`SELECT pg_notify('activity', ${`${teamId}:8`})`);
    await new Promise((done) => setTimeout(done, 50));
    expect(mine().length).toBe(2);
  });

  it("says why it polls, and is live again once a connection can be made", async () => {
    let isBroken = true;
    const driver = {
      ...database,
      connectDirect: () => (isBroken ? Promise.reject(new Error("connection refused")) : database.connectDirect()),
    };
    const states: ChannelState[] = [];
    const channel = listen(
      driver,
      () => {},
      (state) => states.push(state),
    );
    await until(() => states.length > 0);
    expect(states[0]).toEqual({ state: "polling", reason: "connection refused" });
    isBroken = false;
    await until(() => states.at(-1)?.state === "live");
    await channel.close();
  });

  it("does not call a connection live that a pooler keeps doorbells from", async () => {
    const driver = {
      ...database,
      connectDirect: async () => ({ ...(await database.connectDirect()), onNotification: () => {} }),
    };
    const states: ChannelState[] = [];
    const channel = listen(
      driver,
      () => {},
      (state) => states.push(state),
    );
    await until(() => states.length > 0);
    expect(states[0]?.state).toBe("polling");
    expect(states[0]?.reason).toContain("DATABASE_URL_UNPOOLED");
    await channel.close();
  });

  it("closes at once, even while a connection is being made", async () => {
    const driver = { ...database, connectDirect: () => new Promise<never>(() => {}) };
    const channel = listen(
      driver,
      () => {},
      () => {},
    );
    await channel.close();
  });
});
