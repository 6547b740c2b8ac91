import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareFeedOrder } from "../merge";
import { type Foldable, foldOf, hourOf, TALK } from "./fold";
import { cutPage, foldRows, MOST_ROWS } from "./fold-rows";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 23, 9);
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

function event(seq: number, fields: Partial<Foldable> = {}): Foldable {
  const timestamp = new Date(START + seq * 1_000).toISOString();
  return {
    ...{ seq, timestamp, source: "probe", eventType: "alert.cpu", entityId: uuid(1), actorId: uuid(1) },
    ...{ actorKind: "integration", isImportant: false },
    ...fields,
  };
}
const push = (seq: number, actor = 1) =>
  event(seq, { actorKind: "user", eventType: "git.push", actorId: uuid(actor), source: "git" });
const rows = (...events: Foldable[]) => foldRows(events.map(foldOf));

/** Few of everything and few times, so that all rules meet. */
const anyEvent = fc
  .record({
    time: fc.nat(40),
    source: fc.constantFrom("probe", "git"),
    eventType: fc.constantFrom("alert.cpu", "git.push", "comment.added"),
    entity: fc.nat(3),
    actor: fc.nat(1),
    actorKind: fc.constantFrom("user", "integration", "agent", "system"),
    isImportant: fc.boolean(),
  })
  .map(({ time, entity, actor, ...rest }) => ({
    ...rest,
    timestamp: new Date(START + time * (HOUR / 10)).toISOString(),
    entityId: uuid(entity),
    actorId: uuid(actor),
  }));
const anyHistory = fc
  .array(anyEvent, { maxLength: 60 })
  .map((list) => list.map((e, n): Foldable => ({ ...e, seq: n + 1 })));

describe("foldRows", () => {
  it("folds several pushes of one person, and not those of another", () => {
    const folded = rows(push(1), push(2), push(3, 2), push(4));
    expect(folded.map(({ seq, count }) => [seq, count])).toEqual([
      [4, 3],
      [3, 1],
    ]);
    expect(folded[0]).toMatchObject({ first: event(1).timestamp, last: event(4).timestamp, kind: "person" });
  });

  it("never folds what people say", () => {
    const comment = (seq: number) => event(seq, { actorKind: "user", eventType: "comment.added" });
    expect(rows(comment(1), comment(2), comment(3)).map(({ count }) => count)).toEqual([1, 1, 1]);
    for (const type of ["comment.added", "slack.message", "user.mentioned", "github.pull_request_review.submitted"])
      expect(type).toMatch(new RegExp(TALK));
  });

  it("gives each source one row where machines would have more than three in an hour", () => {
    const of = (count: number) => Array.from({ length: count }, (_, n) => event(n + 1, { entityId: uuid(n) }));
    expect(rows(...of(MOST_ROWS))).toHaveLength(MOST_ROWS);
    expect(rows(...of(MOST_ROWS + 1)).map(({ count, eventType }) => [count, eventType])).toEqual([[4, null]]);
    expect(rows(...of(10), event(50, { source: "other" }))).toHaveLength(2);
    const pair = (source: string) => [1, 2].map((n) => event(n, { source, entityId: uuid(n) }));
    const sum = (list: Foldable[]) => rows(...list.map((one, n) => ({ ...one, seq: n + 1 }))).map(({ count }) => count);
    expect(sum([...pair("a"), ...pair("b")])).toEqual([2, 2]);
  });

  it("ends a fold with the hour", () => {
    const late = event(9, { timestamp: new Date(START + HOUR).toISOString() });
    expect(rows(event(1), event(2), late).map(({ count }) => count)).toEqual([1, 2]);
  });

  it("counts how many happened in each part of the hour, and how many are important", () => {
    const at = (seq: number, minute: number, isImportant = false) =>
      event(seq, { timestamp: new Date(START + minute * 60_000).toISOString(), isImportant });
    const [fold] = rows(at(1, 0), at(2, 7, true), at(3, 8));
    expect(fold?.rate).toEqual([1, 0, 2]);
    expect(fold?.important).toBe(1);
  });

  it("comes to the same in any order and in any parts", () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(60), (history, cut) => {
        const folds = history.map(foldOf);
        const expected = foldRows(folds);
        expect(foldRows([...folds].reverse())).toEqual(expected);
        expect(foldRows([...foldRows(folds.slice(cut)), ...foldRows(folds.slice(0, cut))])).toEqual(expected);
        expect(expected.reduce((sum, { count }) => sum + count, 0)).toBe(history.length);
        const places = expected.map(({ last, seq }) => ({ timestamp: last, seq }));
        expect([...places].sort(compareFeedOrder)).toEqual(places);
      }),
    );
  });
});

it("cuts pages anywhere without losing or repeating a row", () => {
  fc.assert(
    fc.property(anyHistory, fc.integer({ min: 1, max: 7 }), (history, limit) => {
      const all = foldRows(history.map(foldOf));
      const read = [];
      for (let below: { timestamp: number; seq: number } | null = null; ; ) {
        const page = cutPage(all, below, limit);
        read.push(...page.rows);
        const end = page.rows.at(-1);
        if (!page.hasMore || end === undefined) break;
        expect(page.rest.every(({ last }) => hourOf(last) === hourOf(end.last))).toBe(true);
        below = { timestamp: Date.parse(end.last), seq: end.seq };
      }
      expect(read).toEqual(all);
    }),
  );
});
