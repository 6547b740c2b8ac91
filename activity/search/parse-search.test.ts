import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFilter } from "../filter";
import { filters } from "../testing/random-filters";
import { mergeFilters, parseSearch, type SearchContext } from "./parse-search";
import { printSearch } from "./print-search";

const ALICE = "0197f3a0-0000-7000-8000-000000000001";
const context: SearchContext = {
  startOfDay: (day) => (Number.isNaN(Date.parse(day)) ? undefined : new Date(day).toISOString()),
  actorIds: (name) => (name.toLowerCase() === "alice chen" ? [ALICE] : []),
};
const printed = {
  dayOf: (instant: string) => (instant.endsWith("T00:00:00.000Z") ? instant.slice(0, 10) : null),
  nameOf: (id: string) => (id === ALICE ? "Alice Chen" : null),
};
const read = (text: string) => parseSearch(text, context);

/** Words with all that means something in the language. */
const pieces = fc.constantFrom(
  ...[
    "type:",
    "-type:x",
    "\\type:x",
    "\\\\is:",
    '"',
    "“",
    "is:important",
    "after:",
    'actor:"a b" c',
    "  ",
    " ",
    "\\",
    "-",
    "or",
    "a,b",
    "x\ty",
  ],
);
const hostileWords = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(""))
  .filter((q) => parseFilter(new URLSearchParams({ q })).q === q);

describe("the language of the search box", () => {
  it("gives back every filter that it writes", () => {
    const any = fc
      .tuple(filters, fc.option(hostileWords, { nil: undefined }), fc.boolean())
      .map(([filter, q, alice]) => ({
        ...filter,
        ...(q === undefined ? {} : { q }),
        ...(alice ? { actor: { any: [ALICE], not: [] }, from: "2026-11-01T00:00:00.000Z" } : {}),
      }));
    fc.assert(
      fc.property(any, (filter) => {
        expect(read(printSearch(filter, printed))).toEqual({ filter, faults: [], unknownNames: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  it("never throws, and says the same again of what it understood", () => {
    fc.assert(
      fc.property(fc.oneof(hostileWords, fc.string({ unit: "binary" })), (text) => {
        const { filter } = read(text);
        const again = read(printSearch(filter, printed));
        expect(again.filter).toEqual(filter);
      }),
    );
  });

  it("reads what people type", () => {
    expect(
      read(
        'TYPE:task.*,-task.updated login actor:“alice chen” -source:github after:2026-11-01 "exact words" -word is:important',
      ),
    ).toEqual({
      filter: {
        type: { any: ["task.*"], not: ["task.updated"] },
        actor: { any: [ALICE], not: [] },
        source: { any: [], not: ["github"] },
        from: "2026-11-01T00:00:00.000Z",
        important: true,
        q: 'login "exact words" -word ',
      },
      faults: [],
      unknownNames: [],
    });
    expect(printSearch(read("who:'x' since:2026-11-01 since:2026-11-02T10:00:00+01:00").filter, printed)).toBe(
      "after:2026-11-02T09:00:00.000Z",
    );
  });

  it("leaves alone what only looks like an operator", () => {
    for (const q of ["https://a.example:80", "note: type", "prototype:x", "type: x", "TASK:4"]) {
      expect(read(q).filter).toEqual({ q });
    }
    expect(read("\\type:x").filter).toEqual({ q: "type:x" });
  });

  it("points at the part that cannot be used, and uses the rest", () => {
    const { filter, faults, unknownNames } = read(
      "login after:yesterday group:nobody -is:important entity:x who:Bo type:a",
    );
    expect(filter).toEqual({ q: "login ", type: { any: ["a"], not: [] } });
    expect(faults.map(({ part, start, end }) => [part, start, end])).toEqual([
      ["after:yesterday", 6, 21],
      ["group:nobody", 22, 34],
      ["-is:important", 35, 48],
      ["entity:x", 49, 57],
    ]);
    expect(unknownNames).toEqual([{ name: "Bo", start: 58, end: 64 }]);
  });

  it("adds what was typed to what was chosen, the later word about a value holding", () => {
    const chosen = { type: { any: ["a"], not: ["b"] }, q: "login" };
    expect(mergeFilters(chosen, { type: { any: ["b", "c"], not: ["a"] }, important: true })).toEqual({
      type: { any: ["b", "c"], not: ["a"] },
      q: "login",
      important: true,
    });
  });
});
