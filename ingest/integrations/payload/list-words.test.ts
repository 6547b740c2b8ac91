import { expect, it } from "vitest";
import { listWords } from "./list-words";

it("lists words as a sentence does, and no more than a few", () => {
  expect(listWords([])).toBe("");
  expect(listWords(["a"])).toBe("a");
  expect(listWords(["a", "b"])).toBe("a and b");
  expect(listWords(["a", "b", "c", "d"])).toBe("a, b, c and d");
  expect(listWords(["a", "b", "c", "d", "e"])).toBe("a, b, c and 2 more");
});
