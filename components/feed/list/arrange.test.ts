import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActivityPage } from "@/activity/activity";
import { formatCursor } from "@/activity/cursor";
import { compareFeedOrder } from "@/activity/merge";
import { makeActivity } from "../testing/make-activity";
import { arrange, newestSeq } from "./arrange";

const page = (seqs: number[], nextSeq: number | null): ActivityPage => ({
  items: seqs.map((seq) => makeActivity(seq)),
  nextCursor:
    nextSeq === null
      ? null
      : formatCursor({ direction: "older", timestamp: Date.parse(makeActivity(nextSeq).timestamp), seq: nextSeq }),
  prevCursor: null,
  lastEventId: "epoch.100",
});
const seqs = (list: readonly { seq: number }[]) => list.map(({ seq }) => seq);
const at = (seq: number) => makeActivity(seq).timestamp;

describe("arrange", () => {
  it("holds back what would land above the first row, and counts it", () => {
    const { items, held } = arrange([page([9, 8], null)], [makeActivity(11), makeActivity(10)], 9);
    expect(seqs(items)).toEqual([9, 8]);
    expect(held).toBe(2);
  });

  it("shows what is released", () => {
    const { items, held } = arrange([page([9, 8], null)], [makeActivity(11), makeActivity(10)], 11);
    expect(seqs(items)).toEqual([11, 10, 9, 8]);
    expect(held).toBe(0);
  });

  it("lets a late event land where it belongs, released or not", () => {
    const late = makeActivity(12, { timestamp: at(8) });
    expect(seqs(arrange([page([9, 8, 7], null)], [late], 0).items)).toEqual([9, 12, 8, 7]);
  });

  it("leaves an event older than the lowest loaded row to its page, while there are older pages", () => {
    const late = makeActivity(12, { timestamp: at(3) });
    expect(seqs(arrange([page([9, 8], 8)], [late], 99).items)).toEqual([9, 8]);
    const older = { ...page([7, 2], 2), items: [makeActivity(7), late, makeActivity(2)] };
    expect(seqs(arrange([page([9, 8], 8), older], [late], 99).items)).toEqual([9, 8, 7, 12, 2]);
    expect(seqs(arrange([page([9, 8], null)], [late], 99).items)).toEqual([9, 8, 12]);
  });

  it("goes by the searched place and not by the last row when a page came back short", () => {
    const late = makeActivity(12, { timestamp: at(3) });
    expect(seqs(arrange([page([9, 8], 2)], [late], 99).items)).toEqual([9, 8, 12]);
  });

  it("holds back what lies above the first row of a page further down, released or not, and lets late events land", () => {
    const further = {
      ...page([9, 8], null),
      prevCursor: formatCursor({ direction: "newer", timestamp: Date.parse(at(9)), seq: 9 }),
    };
    const late = makeActivity(12, { timestamp: at(8) });
    const { items, held } = arrange([further], [makeActivity(11), late], 99);
    expect(seqs(items)).toEqual([9, 12, 8]);
    expect(held).toBe(1);
  });

  it("shows each seq once, in feed order, held or shown, whatever arrives", () => {
    const activity = fc.record({ seq: fc.integer({ min: 1, max: 30 }), time: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(fc.array(activity), fc.nat(35), (drawn, released) => {
        // A time is never changed: what the page holds comes again as it was.
        const timeOf = ({ seq, time }: (typeof drawn)[number]) => at(seq === 4 || seq === 5 ? seq : time);
        const bySeq = new Map(drawn.map((one) => [one.seq, makeActivity(one.seq, { timestamp: timeOf(one) })]));
        const arrived = [...bySeq.values()].sort(compareFeedOrder);
        const { items, held } = arrange([page([5, 4], null)], arrived, released);
        expect([...items].sort(compareFeedOrder)).toEqual(items);
        expect(new Set(seqs(items)).size).toBe(items.length);
        expect(items.length + held).toBe(new Set([...bySeq.keys(), 5, 4]).size);
      }),
    );
  });
});

it("finds the newest seq of a list in feed order", () => {
  expect(newestSeq([])).toBe(0);
  expect(newestSeq([makeActivity(3), makeActivity(7, { timestamp: at(1) })])).toBe(7);
});
