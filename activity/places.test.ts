import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCursor, parseCursor } from "./cursor";
import { formatEventId, parseEventId } from "./event-id";

const safe = fc.maxSafeNat();
const time = fc.integer({ min: 0, max: 8_640_000_000_000_000 });

describe("cursors", () => {
  it("come back from their text", () => {
    fc.assert(
      fc.property(fc.constantFrom("older" as const, "newer" as const), time, safe, (direction, timestamp, seq) => {
        expect(parseCursor(formatCursor({ direction, timestamp, seq }))).toEqual({ direction, timestamp, seq });
      }),
    );
  });

  it("are null for everything that is not one", () => {
    const broken = [
      btoa("o.1"),
      btoa("o.1.2.3"),
      btoa("x.1.2"),
      btoa("o.01.2"),
      btoa("o.-1.2"),
      btoa("o.1e3.2"),
      btoa("o.9007199254740993.2"),
      "",
      "…",
    ];
    for (const text of broken) expect(parseCursor(text), text).toBeNull();
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        (text) => parseCursor(text) === null || formatCursor(parseCursor(text) ?? never()) === text,
      ),
    );
  });
});

function never(): never {
  throw new Error("unreachable");
}

describe("event ids", () => {
  it("come back from their text", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,32}$/), safe, (epoch, seq) => {
        expect(parseEventId(formatEventId({ epoch, seq }))).toEqual({ epoch, seq });
      }),
    );
  });

  it("are null when malformed", () => {
    for (const text of [
      "",
      "abc",
      "abc.",
      ".1",
      "abc.-1",
      "abc.01",
      "abc.1.2",
      "ABC.1",
      "abc.9007199254740993",
      "abc.1\n",
      "a b.1",
    ]) {
      expect(parseEventId(text), text).toBeNull();
    }
  });
});
