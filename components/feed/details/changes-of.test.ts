import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@/activity/json";
import { changeOfText, changesOf, sayValue } from "./changes-of";

const of = (metadata: Json, eventType = "task.updated") =>
  changesOf({ metadata, eventType }).map(({ field, from, to }) => [field, sayValue(from), sayValue(to)]);

describe("what an event changed", () => {
  it.each<[Json, unknown[]]>([
    [{ changes: { title: { from: "Lgoo", to: "Logo" } } }, [["title", "Lgoo", "Logo"]]],
    [{ changes: { weight: [1, 3] } }, [["weight", "1", "3"]]],
    [{ changes: { priority: "high" } }, [["priority", null, "high"]]],
    [{ changes: { labels: { previous: [], current: [{ name: "Platform" }] } } }, [["labels", null, "Platform"]]],
    [{ changes: [{ field: "status", old: "To do", new: "Done" }] }, [["status", "To do", "Done"]]],
    [{ title: { from: "a", to: "b" }, board: "Docs" }, [["title", "a", "b"]]],
    [{ from: "open", to: "closed" }, [["task", "open", "closed"]]],
    [{ oldStatus: "up", newStatus: "down" }, [["status", "up", "down"]]],
  ])("is read of %j", (metadata, changes) => {
    expect(of(metadata)).toEqual(changes);
  });

  it("is nothing where nothing is told, or nothing differs", () => {
    expect(of(null)).toEqual([]);
    expect(of({ board: "Docs", route: { from: "A", to: "B", via: "C" }, to: "everybody" })).toEqual([]);
    expect(of({ changes: { title: { from: "a", to: "a" } } })).toEqual([]);
    expect(of({ changes: "many" })).toEqual([]);
  });

  it("never fails, whatever the metadata", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const metadata: Json = JSON.parse(JSON.stringify(value));
        for (const one of [metadata, { changes: metadata }]) expect(of(one).length).toBeLessThanOrEqual(50);
      }),
    );
  });
});

describe("a changed text", () => {
  it("keeps what is the same at both ends", () => {
    expect(changeOfText("Ship the old logo today", "Ship the new logo today")).toEqual({
      start: "Ship the ",
      removed: "old ",
      added: "new ",
      end: "logo today",
    });
  });

  it("can be put together again on both sides", () => {
    const text = fc.array(fc.constantFrom("a ", "b ", "c\n", "d")).map((words) => words.join(""));
    fc.assert(
      fc.property(text, text, (from, to) => {
        const { start, removed, added, end } = changeOfText(from, to);
        expect(start + removed + end).toBe(from);
        expect(start + added + end).toBe(to);
      }),
    );
  });
});
