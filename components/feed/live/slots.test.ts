import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SlotLocks, takeSeat } from "./slots";
import { FakeClock } from "./testing/fake-clock";
import { FakeLocks } from "./testing/fake-locks";
import { SimulatedNetwork } from "./testing/simulated-network";
import { SimulatedServer } from "./testing/simulated-server";
import { SimulatedTab } from "./testing/simulated-tab";

const STREAMS = 4;
const SETTLE_MS = 20_000;

/** A browser with tabs on one feed, whose slots are real and whose locks are not. */
class Desk {
  readonly clock = new FakeClock();
  readonly server = new SimulatedServer();
  readonly network = new SimulatedNetwork(this.clock, this.server, () => 0.5);
  readonly tabs: SimulatedTab[] = [];
  /** The most streams at once, and all that the tab in front was told of its connection. */
  most = 0;
  readonly said = new Set<string>();
  private readonly channels = new FakeLocks(this.clock);
  private readonly locks: SlotLocks | undefined;

  constructor(hasLocks: boolean) {
    this.locks = hasLocks ? this.channels : undefined;
  }

  open(isVisible: boolean): SimulatedTab {
    const tab = new SimulatedTab(
      this.network,
      (listener) => takeSeat(listener, this.clock, this.locks, (hear) => this.channels.openChannel(hear)),
      "",
      isVisible,
    );
    this.tabs.push(tab);
    return tab;
  }

  /** Shows one tab of a window instead of all others. */
  async bringToFront(tab: SimulatedTab): Promise<void> {
    for (const other of this.tabs) if (other !== tab && other.isVisible) other.tell("hidden");
    tab.tell("shown");
    await this.pass(1_000);
  }

  async pass(ms: number): Promise<void> {
    for (let rest = ms; rest > 0; rest -= 100) {
      await this.clock.advance(100);
      this.most = Math.max(this.most, this.network.sources.size);
      for (const tab of this.tabs) if (tab.isVisible) this.said.add(tab.live.connection);
    }
  }

  post(): void {
    this.server.post("a", this.server.log.length, 0);
  }

  isExact(tab: SimulatedTab): void {
    const loaded = tab.shown.map(({ seq }) => seq);
    expect(loaded).toEqual(
      this.server
        .all("")
        .map(({ seq }) => seq)
        .slice(0, loaded.length),
    );
    expect(loaded.length).toBeGreaterThan(0);
  }
}

describe("the slots of a browser", () => {
  it("let every tab that is seen have a stream at once, and never open more than four", async () => {
    const desk = new Desk(true);
    for (let n = 0; n < 12; n += 1) {
      desk.post();
      await desk.bringToFront(desk.open(false));
      expect(desk.network.sources.size).toBe(Math.min(n + 1, STREAMS));
    }
    for (const tab of [...desk.tabs, ...desk.tabs.toReversed()]) {
      desk.post();
      await desk.bringToFront(tab);
      expect(tab.live.connection).toBe("live");
      desk.isExact(tab);
      expect([desk.network.sources.size, desk.most]).toEqual([STREAMS, STREAMS]);
    }
    expect(desk.said).toEqual(new Set(["connecting", "live"]));
  });

  it("go to whoever is seen, whatever is opened, hidden, shown and closed; the others read the list", async () => {
    const action = fc.record({
      what: fc.constantFrom("toggle", "toggle", "toggle", "open", "close", "close", "post", "wait"),
      n: fc.nat(60),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 40 }), fc.nat(9), async (actions, tabs) => {
        const desk = new Desk(true);
        desk.post();
        for (let n = 0; n < tabs; n += 1) desk.open(n !== 3);
        await desk.pass(1_000);
        for (const { what, n } of actions) {
          const tab = desk.tabs[n % Math.max(1, desk.tabs.length)];
          if (what === "post") desk.post();
          else if (what === "wait") await desk.pass(n * 50);
          else if (what === "open" || tab === undefined) desk.open(n % 2 === 0);
          else if (what === "close") desk.tabs.splice(desk.tabs.indexOf(tab), 1)[0]?.close();
          else tab.tell(tab.isVisible ? "hidden" : "shown");
        }
        await desk.pass(SETTLE_MS);
        const visible = desk.tabs.filter((tab) => tab.isVisible);
        expect(desk.most).toBeLessThanOrEqual(STREAMS);
        expect(visible.filter((tab) => tab.live.connection === "live").length).toBe(Math.min(STREAMS, visible.length));
        for (const tab of visible) desk.isExact(tab);
      }),
      { numRuns: 300 },
    );
  });

  it("are not needed where there are no locks: a hidden tab lets go by itself, after a while", async () => {
    const desk = new Desk(false);
    desk.post();
    const tab = desk.open(true);
    await desk.pass(1_000);
    for (const moment of [29_000, 1_000, 29_000]) {
      tab.tell("hidden");
      await desk.pass(moment);
      expect(tab.source).not.toBe(null);
      tab.tell("shown");
    }
    tab.tell("hidden");
    await desk.pass(31_000);
    expect([tab.source, tab.live.connection]).toEqual([null, "connecting"]);
    desk.post();
    tab.tell("shown");
    await desk.pass(1_000);
    expect(tab.live.connection).toBe("live");
    desk.isExact(tab);
  });
});
