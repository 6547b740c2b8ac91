import { expect, it } from "vitest";
import { filterOf } from "./filter-of";

it.each([
  ["https://feed.example/acme?type=task.*&important=1#top", "type=task.*&important=1"],
  ["/acme?q=a%3Fb", "q=a%3Fb"],
  ["?important=1", "important=1"],
  [" type=task.* ", "type=task.*"],
  ["https://feed.example/acme", ""],
  ["", ""],
])("finds the filter of %j", (pasted, filter) => expect(filterOf(pasted)).toBe(filter));
