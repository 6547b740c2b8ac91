import { describe, expect, it } from "vitest";
import { sayBytes, sayProgress, sayTotal } from "./say-progress";

describe("sayProgress", () => {
  it("tells activities and bytes so far, of how many", () => {
    const total = { count: 25_000, isExact: true };
    expect(sayProgress({ rows: 3_400, bytes: 4_210_000 }, total)).toBe("3,400 of 25,000 activities · 4.2 MB");
    expect(sayProgress({ rows: 150_000, bytes: 900 }, { count: 100_000, isExact: false })).toBe(
      "150,000 of more than 100,000 activities · 900 bytes",
    );
  });

  it("says one of one", () => {
    expect(sayTotal({ count: 1, isExact: true })).toBe("1 activity");
    expect(sayTotal({ count: 0, isExact: true })).toBe("0 activities");
    expect(sayBytes(14_400)).toBe("14 kB");
  });
});
