import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Broker } from "./broker";
import type { BrokerConnection } from "./doorbell";

/** A broker in this process that can be away, refuse and hang. */
function openStation() {
  const taken: string[] = [];
  const state = { isAway: false, isRefusing: false, isSlow: false, connections: 0, closed: 0 };
  const connect = async (): Promise<BrokerConnection> => {
    if (state.isAway) throw new Error("away");
    if (state.isSlow) await new Promise((done) => setTimeout(done, 100));
    state.connections += 1;
    return {
      publish: async (topic, payload) => {
        if (state.isRefusing) throw new Error("refused");
        taken.push(`${topic} ${payload}`);
      },
      subscribe: async () => {},
      onEnd: () => {},
      close: async () => {
        state.closed += 1;
      },
    };
  };
  return { taken, state, broker: new Broker("redis", connect) };
}

const activity = (teamId: string, seq: number) => ({ topic: "activity", teamId, seq }) as const;

describe("a broker", () => {
  it("rings the newest of each team while it is busy, and every change of access", async () => {
    const { taken, broker } = openStation();
    const [first, second] = [randomUUID(), randomUUID()];
    for (let seq = 1; seq <= 100; seq += 1) broker.ring(activity(first, seq));
    broker.ring(activity(first, 7));
    broker.ring(activity(second, 1));
    broker.ring({ topic: "access", teamId: first });
    broker.ring({ topic: "access", userId: second });
    await expect.poll(() => taken.length).toBe(4);
    expect(taken.sort()).toEqual(
      [`access ${first}`, `access user:${second}`, `activity ${first}:100`, `activity ${second}:1`].sort(),
    );
    await broker.close();
  });

  it("keeps what it could not ring, over a connection that fails too, and rings it when it can", async () => {
    const { taken, state, broker } = openStation();
    const team = randomUUID();
    state.isAway = true;
    broker.ring(activity(team, 1));
    await new Promise((done) => setTimeout(done, 20));
    [state.isAway, state.isRefusing] = [false, true];
    await expect.poll(() => state.connections).toBeGreaterThan(0);
    state.isRefusing = false;
    broker.ring(activity(team, 2));
    await expect.poll(() => taken, { timeout: 5_000 }).toEqual([`activity ${team}:2`]);
    expect(state.closed).toBe(state.connections - 1);
    await broker.close();
    expect(state.closed).toBe(state.connections);
  });

  it("sends before it hangs up what was rung just before", async () => {
    const { taken, state, broker } = openStation();
    state.isSlow = true;
    const team = randomUUID();
    broker.ring(activity(team, 1));
    await broker.close();
    expect(taken).toEqual([`activity ${team}:1`]);
    expect(state.closed).toBe(1);
  });

  it("keeps a bounded number of rings while it is away", async () => {
    const { taken, state, broker } = openStation();
    state.isAway = true;
    for (let rung = 0; rung < 30_000; rung += 1) broker.ring(activity(randomUUID(), 1));
    state.isAway = false;
    await expect.poll(() => taken.length, { timeout: 5_000 }).toBeGreaterThan(0);
    await broker.close();
    expect(taken.length).toBe(10_000);
  });

  it("probes over the connection that rings, and says whose error it is", async () => {
    const { state, broker } = openStation();
    const line = await broker.open(
      () => {},
      () => {},
    );
    state.isRefusing = true;
    await expect(line.probe("probe:1")).rejects.toThrow("refused");
    state.isRefusing = false;
    await line.probe("probe:2");
    expect([state.connections, state.closed]).toEqual([3, 1]);
    state.isAway = true;
    await expect(
      broker.open(
        () => {},
        () => {},
      ),
    ).rejects.toThrow("redis: away");
    await broker.close();
  });
});
