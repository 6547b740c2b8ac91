import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Activity } from "./activity";
import { compareFeedOrder, holdsPlace, joinPages, mergeActivities, placeIn } from "./merge";

function activity(seq: number, minute: number): Activity {
  return {
    id: `01a20000-0000-7000-8000-${String(seq).padStart(12, "0")}`,
    seq,
    eventType: "task.created",
    group: "task",
    actorId: "01a20000-0000-7000-8000-00000000000a",
    actorKey: "u",
    actorName: "Ada",
    actorKind: "user",
    actorAvatarUrl: null,
    timestamp: new Date(1_790_000_000_000 + minute * 60_000).toISOString(),
    receivedAt: new Date(1_790_000_000_000).toISOString(),
    entityType: "task",
    entityId: "01a20000-0000-7000-8000-00000000000e",
    entityKey: "1",
    entityName: "One",
    entityUrl: null,
    entityReference: null,
    metadata: {},
    message: "Ada created task One",
    icon: "plus",
    color: "blue",
    isImportant: false,
    source: "api",
  };
}

/** Activities with distinct seqs and few distinct times, so that equal timestamps and late events are the rule. */
const history = fc
  .array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 40 })
  .map((minutes) => minutes.map((minute, place) => activity(place + 1, minute)));

describe("merging activities", () => {
  it("gives the same list for any order, any batches and any duplicates", () => {
    const arrivals = history.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.array(fc.subarray(all), { maxLength: 8 }),
        fc.shuffledSubarray(all, { minLength: all.length }),
      ),
    );
    fc.assert(
      fc.property(arrivals, ([all, batches, rest]) => {
        let list: readonly Activity[] = [];
        for (const batch of [...batches, ...rest.map((one) => [one])]) list = mergeActivities(list, batch);
        expect(list).toEqual([...all].sort(compareFeedOrder));
      }),
      { numRuns: 500 },
    );
  });

  it("gives the very same list back when nothing is new", () => {
    const list = mergeActivities([], [activity(1, 0), activity(2, 0)]);
    expect(mergeActivities(list, [activity(2, 0)])).toBe(list);
  });

  it("puts equal timestamps in the order they were stored, newest first", () => {
    expect(mergeActivities([activity(2, 1)], [activity(3, 1), activity(1, 2)]).map(({ seq }) => seq)).toEqual([
      1, 3, 2,
    ]);
  });
});

it("joins pages that follow each other, and pages that overlap, to the same list", () => {
  fc.assert(
    fc.property(history, fc.array(fc.nat(40), { maxLength: 4 }), fc.nat(5), (all, cuts, overlap) => {
      const list = [...all].sort(compareFeedOrder);
      const edges = [...new Set([0, ...cuts.map((cut) => cut % list.length), list.length])].sort((a, b) => a - b);
      const pages = edges
        .slice(1)
        .map((end, n) => ({ items: list.slice(Math.max(0, (edges[n] ?? 0) - overlap), end) }));
      expect(joinPages(pages)).toEqual(list);
    }),
  );
});

it("finds what a list holds, and the place of what it does not hold", () => {
  fc.assert(
    fc.property(history, (all) => {
      const list = [...all].sort(compareFeedOrder);
      for (const [index, one] of list.entries()) {
        expect(placeIn(list, one)).toBe(index);
        expect(holdsPlace(list.toSpliced(index, 1), one)).toBe(false);
        expect(holdsPlace(list, one)).toBe(true);
      }
    }),
  );
});
