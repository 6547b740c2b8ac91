import { describe, expect, it } from "vitest";
import { makeActivity } from "../testing/make-activity";
import { countNew, titleWith } from "./count-new";

const ME = "me";
const own = { actorKey: ME };

describe("countNew", () => {
  it("counts the rows above what was seen, wherever they landed", () => {
    const items = [makeActivity(12), makeActivity(9), makeActivity(11), makeActivity(3)];
    expect(countNew({ items, held: 0 }, { seq: 10, held: 0 }, ME)).toBe(2);
  });

  it("does not count what the member did", () => {
    const items = [makeActivity(12, own), makeActivity(11), makeActivity(10, own)];
    expect(countNew({ items, held: 0 }, { seq: 9, held: 0 }, ME)).toBe(1);
  });

  it("counts a machine that bears the member's id", () => {
    const items = [makeActivity(12, { actorKey: ME, actorKind: "integration" })];
    expect(countNew({ items, held: 0 }, { seq: 9, held: 0 }, ME)).toBe(1);
  });

  it("adds what was held back since, and not what was before", () => {
    expect(countNew({ items: [], held: 7 }, { seq: 10, held: 5 }, ME)).toBe(2);
    expect(countNew({ items: [], held: 0 }, { seq: 10, held: 5 }, ME)).toBe(0);
  });

  it("counts nothing where nothing is known of what was seen, as on an older page", () => {
    expect(countNew({ items: [makeActivity(12)], held: 3 }, { seq: 0, held: 0 }, ME)).toBe(0);
  });
});

describe("titleWith", () => {
  it.each([
    [0, "Feed"],
    [3, "(3) Feed"],
    [99, "(99) Feed"],
    [100, "(99+) Feed"],
  ])("says %i", (count, title) => {
    expect(titleWith("Feed", count)).toBe(title);
  });
});
