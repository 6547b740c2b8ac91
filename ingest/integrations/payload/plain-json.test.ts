import fc from "fast-check";
import { expect, it } from "vitest";
import { plainJson } from "./plain-json";

it("leaves alone what can be stored", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const parsed: unknown = JSON.parse(JSON.stringify(value).replaceAll("\\u0000", ""));
      expect(plainJson(parsed)).toEqual(parsed);
    }),
  );
});

it("takes out what Postgres cannot hold, and what is nested too deep to be walked", () => {
  expect(plainJson({ "a\0": ["b\0c", "\ud800"], ["__proto__"]: { x: 1 } })).toEqual({
    a: ["bc", ""],
    ["__proto__"]: { x: 1 },
  });
  expect(plainJson([[[1]], 2], 2)).toEqual([[null], 2]);
  const deep: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
  expect(JSON.stringify(plainJson(deep))).toBe(`${"[".repeat(32)}null${"]".repeat(32)}`);
});
