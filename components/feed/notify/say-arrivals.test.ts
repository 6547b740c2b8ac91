import { describe, expect, it } from "vitest";
import { EVERY_MS, GATHER_MS, saidByButton, sayArrivals, waitToSay } from "./say-arrivals";

const never = Number.NEGATIVE_INFINITY;

describe("waitToSay", () => {
  it("waits for what comes along with the first", () => {
    expect(waitToSay({ now: 1_000, lastAt: never, sinceAt: 1_000, isTyping: false })).toBe(GATHER_MS);
    expect(waitToSay({ now: 1_000 + GATHER_MS, lastAt: never, sinceAt: 1_000, isTyping: false })).toBe(0);
  });

  it("says nothing again within 25 seconds, however much comes", () => {
    expect(waitToSay({ now: 10_000, lastAt: 5_000, sinceAt: 6_000, isTyping: false })).toBe(EVERY_MS - 5_000);
    expect(waitToSay({ now: 5_000 + EVERY_MS, lastAt: 5_000, sinceAt: 6_000, isTyping: false })).toBe(0);
  });

  it("is silent while somebody types", () => {
    expect(waitToSay({ now: 100_000, lastAt: 5_000, sinceAt: 6_000, isTyping: true })).toBeGreaterThan(0);
  });
});

describe("saidByButton", () => {
  it("gives what is held back, and nothing of what is only folded away", () => {
    const items = [{ seq: 1 }, { seq: 3 }];
    expect(saidByButton({ items, held: 2 }, new Set([3, 4, 5]))).toEqual([4, 5]);
    expect(saidByButton({ items, held: 0 }, new Set([3, 4, 5]))).toEqual([]);
  });
});

describe("sayArrivals", () => {
  it("says one, and counts several", () => {
    expect(sayArrivals([])).toBeNull();
    expect(sayArrivals([{ message: "Ada created Docs" }])).toBe("New: Ada created Docs");
    expect(sayArrivals([{ message: "Ada created Docs" }, { message: "Bo left" }])).toBe(
      "2 new activities, latest: Ada created Docs",
    );
  });

  it("cuts what is long", () => {
    expect(sayArrivals([{ message: "word ".repeat(1_000) }])?.length).toBeLessThan(180);
  });
});
