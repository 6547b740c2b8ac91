import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatEntity, isEmptyFilter, parseEntity, parseFilter, serializeFilter } from "./filter";
import { filters, tricky } from "./testing/random-filters";

describe("the filter in the URL", () => {
  it("comes back the same from its own address", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const faults: string[] = [];
        const url = new URL(`https://feed.example/acme?${serializeFilter(filter)}`);
        expect(parseFilter(url.searchParams, (field, message) => faults.push(`${field} ${message}`))).toEqual(filter);
        expect(faults).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("never throws, whatever the address says, and is stable once read", () => {
    const params = fc.array(
      fc.tuple(
        fc.constantFrom("type", "group", "actor", "entity", "from", "to", "q", "important", "source"),
        fc.string({ unit: "binary" }),
      ),
    );
    fc.assert(
      fc.property(params, (pairs) => {
        const filter = parseFilter(new URLSearchParams(pairs));
        expect(parseFilter(serializeFilter(filter))).toEqual(filter);
      }),
    );
  });

  it("reads the grammar of the contract", () => {
    const filter = parseFilter(
      new URLSearchParams(
        "type=task.*,-task.updated,comment.added&group=task&entity=task:42&important=1&from=2026-11-23T00:00:00%2B01:00",
      ),
    );
    expect(filter).toEqual({
      type: { any: ["task.*", "comment.added"], not: ["task.updated"] },
      group: { any: ["task"], not: [] },
      entity: { any: ["task:42"], not: [] },
      important: true,
      from: "2026-11-22T23:00:00.000Z",
    });
  });

  it("drops a value it cannot use and says which", () => {
    const faults: string[] = [];
    const query =
      "group=nobody,task&actor=me&entity=task&from=yesterday&important=yes&type=.*&q=%00&to=2026-13-01T00:00:00Z";
    const filter = parseFilter(new URLSearchParams(query), (field) => faults.push(field));
    expect(filter).toEqual({ group: { any: ["task"], not: [] } });
    expect(faults.toSorted()).toEqual(["actor", "entity", "from", "group", "important", "q", "to", "type"]);
  });

  it("does not write defaults", () => {
    expect(serializeFilter({}).toString()).toBe("");
    expect(isEmptyFilter(parseFilter(new URLSearchParams("type=&q=+&important=")))).toBe(true);
  });

  it("keeps colons of an entity's type apart from the one that divides", () => {
    fc.assert(
      fc.property(tricky, tricky, (type, id) => {
        expect(parseEntity(formatEntity(type, id))).toEqual({ type, id });
      }),
    );
  });
});
