import { expect, it } from "vitest";
import { lineAbove } from "./line-above";

const items = [9, 8, 5, 7, 3].map((seq) => ({ seq }));

it("stands above the first row that was seen, when newer ones stand above it", () => {
  expect(lineAbove(items, 7)).toBe(5);
  expect(lineAbove(items, 4)).toBe(3);
});

it("stands nowhere when nothing is new, everything is, or this is the first visit", () => {
  expect([lineAbove(items, 9), lineAbove(items, 2), lineAbove(items, null), lineAbove([], 3)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
