import { beforeEach, describe, expect, it } from "vitest";
import type { Activity } from "@/activity/activity";
import { FakeClock } from "../../live/testing/fake-clock";
import { makeActivity } from "../../testing/make-activity";
import type { Burst } from "./say-burst";
import { EVERY_MS, GATHER_MS, type TabMessage, Teller } from "./teller";

const ME = "me";
/** How long what a tab says is on its way, and how long a tab has its turn. */
const [HEARD_MS, HELD_MS] = [5, 20];
const NONE: ReadonlySet<number> = new Set();
const important = (seq: number, fields: Partial<Activity> = {}) => makeActivity(seq, { isImportant: true, ...fields });

/** Several tabs of one browser: they hear each other, and take turns. */
class Tabs {
  readonly clock = new FakeClock();
  readonly told: { tab: number; burst: Burst }[] = [];
  readonly shown = new Set<number>();
  readonly stored: Activity[] = [];
  private readonly tellers: Teller[] = [];
  private turn: Promise<void> = Promise.resolve();

  open(arrived = NONE): Teller {
    const tab = this.tellers.length;
    const teller = new Teller(ME, 0, arrived, {
      now: () => this.clock.now(),
      after: (ms, act) => this.clock.after(ms, act),
      read: async (seqs) => this.stored.filter(({ seq }) => seqs.has(seq)),
      inTurn: (act) => {
        const mine = this.turn.then(act);
        this.turn = mine.then(() => new Promise((done) => this.clock.after(HELD_MS, done)));
        return mine;
      },
      say: (message) => void this.clock.after(HEARD_MS, () => this.pass(message, tab)),
      tell: (burst) => {
        this.told.push({ tab, burst });
        this.shown.add(tab);
      },
      takeBack: () => this.shown.delete(tab),
    });
    this.tellers.push(teller);
    return teller;
  }

  private pass(message: TabMessage, from: number): void {
    for (const [tab, teller] of this.tellers.entries()) if (tab !== from) teller.hear(message);
  }
}

let tabs: Tabs;
beforeEach(() => {
  tabs = new Tabs();
});

const seqsOf = (items: readonly Activity[]) => new Set(items.map(({ seq }) => seq));

describe("Teller", () => {
  it("makes one notification of a burst", async () => {
    const teller = tabs.open();
    const items = Array.from({ length: 12 }, (_, index) => important(index + 1));
    for (const [index] of items.entries()) {
      const here = items.slice(0, index + 1);
      teller.see(here, seqsOf(here), false);
      await tabs.clock.advance(50);
    }
    await tabs.clock.advance(GATHER_MS);
    expect(tabs.told).toEqual([{ tab: 0, burst: { latest: items[11], count: 12, mentions: 0 } }]);
  });

  it("counts on, twenty seconds later, and begins anew once somebody has looked", async () => {
    const teller = tabs.open();
    const items = [important(1)];
    const come = async (seq: number) => {
      items.unshift(important(seq));
      teller.see(items, seqsOf(items), false);
      await tabs.clock.advance(GATHER_MS);
    };
    await come(2);
    await come(3);
    expect(tabs.told).toHaveLength(1);
    await tabs.clock.advance(EVERY_MS);
    expect(tabs.told.at(-1)?.burst.count).toBe(3);
    teller.see(items, seqsOf(items), true);
    expect(tabs.shown.size).toBe(0);
    await tabs.clock.advance(EVERY_MS);
    await come(4);
    expect(tabs.told.at(-1)?.burst.count).toBe(1);
  });

  it("tells nothing of what had come before it began, or while somebody looks", async () => {
    const before = [important(1)];
    const teller = tabs.open(seqsOf(before));
    teller.see(before, seqsOf(before), false);
    await tabs.clock.advance(EVERY_MS);
    expect(tabs.told).toEqual([]);
    const seen = [important(2), ...before];
    teller.see(seen, seqsOf(seen), true);
    teller.see(seen, seqsOf(seen), false);
    await tabs.clock.advance(EVERY_MS);
    expect(tabs.told).toEqual([]);
  });

  it("tells once, whichever of several tabs it is", async () => {
    const all = [tabs.open(), tabs.open(), tabs.open()];
    const items = [important(1)];
    for (const teller of all) teller.see(items, seqsOf(items), false);
    await tabs.clock.advance(EVERY_MS);
    expect(tabs.told).toHaveLength(1);
  });

  it("tells nothing that is looked at in another tab", async () => {
    const [hidden, seen] = [tabs.open(), tabs.open()];
    const items = [important(1)];
    hidden.see(items, seqsOf(items), false);
    seen.see(items, seqsOf(items), true);
    await tabs.clock.advance(EVERY_MS);
    expect(tabs.told).toEqual([]);
  });

  it("tells nothing that is folded away in this tab and looked at in another", async () => {
    const [hidden, seen] = [tabs.open(), tabs.open()];
    tabs.stored.push(important(1));
    hidden.see([], new Set([1]), false);
    seen.see(tabs.stored, new Set([1]), true);
    await tabs.clock.advance(EVERY_MS);
    expect(tabs.told).toEqual([]);
  });

  it("takes back what one tab told when somebody looks at another", async () => {
    const [hidden, other] = [tabs.open(), tabs.open()];
    const items = [important(1)];
    hidden.see(items, seqsOf(items), false);
    await tabs.clock.advance(GATHER_MS);
    expect(tabs.shown.size).toBe(1);
    other.see([], NONE, true);
    await tabs.clock.advance(HEARD_MS);
    expect(tabs.shown.size).toBe(0);
  });

  it("reads what the list holds back or folds away", async () => {
    const teller = tabs.open();
    tabs.stored.push(important(1), makeActivity(2));
    teller.see([], new Set([1, 2]), false);
    await tabs.clock.advance(GATHER_MS);
    expect(tabs.told.map(({ burst }) => burst.latest.seq)).toEqual([1]);
  });

  it("says which of them mention the reader", async () => {
    const teller = tabs.open();
    const mention = { eventType: "user.mentioned", entityType: "user", entityKey: ME };
    const items = [makeActivity(2, mention), important(1)];
    teller.see(items, seqsOf(items), false);
    await tabs.clock.advance(GATHER_MS);
    expect(tabs.told[0]?.burst).toMatchObject({ count: 2, mentions: 1 });
  });
});
