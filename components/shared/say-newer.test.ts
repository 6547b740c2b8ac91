import { expect, it } from "vitest";
import { sayNewer, sayNumber } from "./say-newer";

it.each([
  [{ count: 0, isAll: true }, null],
  [{ count: 1, isAll: true }, "1 newer"],
  [{ count: 999, isAll: true }, "999 newer"],
  [{ count: 1_000, isAll: false }, "999+ newer"],
  [{ count: 12, isAll: false }, "12+ newer"],
  [{ count: 0, isAll: false }, "some newer"],
])("says %j as %j", (newer, text) => {
  expect(sayNewer(newer)).toBe(text);
});

it("says large numbers in groups", () => {
  expect(sayNumber(48_213)).toBe("48,213");
});
