import { expect, it } from "vitest";
import { formatEntity } from "@/activity/filter";
import { UTC } from "../list/customs";
import { sayEntities, sayPeople, sayRange, saySources, sayTypes } from "./say-filter";

const now = Date.parse("2026-11-23T09:41:00Z");

it("says nothing of what is not set", () => {
  expect([sayTypes({}), sayPeople({}, new Map()), sayRange({}, now, UTC), sayEntities({}), saySources({})]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

it("says groups, types and exclusions in one chip", () => {
  const filter = { group: { any: ["task"], not: [] }, type: { any: ["github.*"], not: ["comment.added", "x.y"] } };
  expect(sayTypes(filter)).toBe("task, GitHub, not comment added, not x.y");
});

it("names people it knows", () => {
  const filter = { actor: { any: ["a", "b"], not: [] }, actorKey: { any: [], not: ["u_1"] } };
  expect(sayPeople(filter, new Map([["a", "Alice Chen"]]))).toBe("Alice Chen, someone, not u_1");
});

it("says entities and sources as people do", () => {
  expect(sayEntities({ entity: { any: [formatEntity("a:b", "42")], not: [] } })).toBe("a:b 42");
  expect(saySources({ source: { any: [], not: ["github"] } })).toBe("not GitHub");
});

it.each([
  [{ from: "2026-11-23T00:00:00Z" }, "today"],
  [{ from: "2026-11-16T00:00:00Z" }, "since 16 Nov"],
  [{ to: "2026-11-17T00:00:00Z" }, "until 16 Nov"],
  [{ from: "2026-11-16T00:00:00Z", to: "2026-11-17T00:00:00Z" }, "16 Nov"],
  [{ from: "2025-11-16T00:00:00Z", to: "2026-11-18T00:00:00Z" }, "16 Nov 2025 – 17 Nov"],
])("says the range %j as %s", (range, said) => {
  expect(sayRange(range, now, UTC)).toBe(said);
});
