import { expect, it } from "vitest";
import { daysOfRange, localDay, presetRanges, rangeOfDays, startOfDay } from "./local-days";

it("turns local days into the instants between them, the last day included", () => {
  const { from, to } = rangeOfDays("2026-11-16", "2026-11-17");
  expect(from).toBe(new Date(2026, 10, 16).toISOString());
  expect(to).toBe(new Date(2026, 10, 18).toISOString());
  expect(daysOfRange({ from, to })).toEqual({ first: "2026-11-16", last: "2026-11-17" });
});

it("leaves an empty or impossible side open", () => {
  expect(rangeOfDays("", "")).toEqual({});
  expect(rangeOfDays("soon", "2026-11-17")).toEqual({ to: new Date(2026, 10, 18).toISOString() });
  expect(startOfDay("2026-02-30")).toBeUndefined();
  expect(daysOfRange({})).toEqual({ first: "", last: "" });
});

it("steps over the ends of months and years", () => {
  expect(localDay(new Date(2026, 11, 31, 23, 59), 1)).toBe("2027-01-01");
  expect(startOfDay("2026-12-31", 1)).toBe(new Date(2027, 0, 1).toISOString());
});

it("knows the days on which clocks are changed, and early years", () => {
  expect(startOfDay("2026-03-29", 1)).toBe(new Date(2026, 2, 30).toISOString());
  expect(startOfDay("2026-10-25", 1)).toBe(new Date(2026, 9, 26).toISOString());
  expect(localDay(new Date(startOfDay("0045-03-15") ?? ""))).toBe("0045-03-15");
});

it("offers today, yesterday and the last days", () => {
  const presets = new Map(
    presetRanges(new Date(2026, 10, 23, 9)).map(({ label, range }) => [label, daysOfRange(range)]),
  );
  expect(presets.get("Today")).toEqual({ first: "2026-11-23", last: "" });
  expect(presets.get("Yesterday")).toEqual({ first: "2026-11-22", last: "2026-11-22" });
  expect(presets.get("Last 7 days")).toEqual({ first: "2026-11-17", last: "" });
});
