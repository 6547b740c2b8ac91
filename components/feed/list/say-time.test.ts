import { describe, expect, it } from "vitest";
import { UTC, zoneOf } from "./customs";
import { sayDay, sayDelay, sayExactly, sayWhen } from "./say-time";

const now = Date.parse("2026-11-23T09:41:07Z");
const at = (text: string) => Date.parse(text);

describe("sayDay", () => {
  it("names today and yesterday by the reader's own calendar", () => {
    expect(sayDay(at("2026-11-23T00:00:00Z"), now, UTC)).toBe("Today");
    expect(sayDay(at("2026-11-22T23:59:59Z"), now, UTC)).toBe("Yesterday");
    expect(sayDay(at("2026-11-22T23:59:59Z"), now, { ...UTC, name: "Asia/Tokyo" })).toBe("Today");
  });

  it("writes older days out, with the year only when it is another", () => {
    expect(sayDay(at("2026-11-16T12:00:00Z"), now, UTC)).toBe("Monday, 16 November");
    expect(sayDay(at("2025-12-31T12:00:00Z"), now, UTC)).toBe("Wednesday, 31 December 2025");
  });

  it("is not misled by a day of 23 hours", () => {
    expect(sayDay(at("2026-03-28T12:00:00Z"), at("2026-03-29T22:30:00+02:00"), { ...UTC, name: "Europe/Berlin" })).toBe(
      "Yesterday",
    );
  });
});

describe("sayWhen", () => {
  it.each([
    ["2026-11-23T09:41:07Z", "now"],
    ["2026-11-23T09:41:20Z", "now"],
    ["2026-11-23T09:39:00Z", "2 min"],
    ["2026-11-23T08:41:08Z", "59 min"],
    ["2026-11-23T08:41:07Z", "1 hr"],
    ["2026-11-23T00:00:00Z", "9 hr"],
    ["2026-11-22T18:04:00Z", "Sun 18:04"],
    ["2026-11-03T18:04:00Z", "3 Nov 18:04"],
    ["2025-11-03T18:04:00Z", "3 Nov 2025"],
    ["2026-11-23T09:46:07Z", "in 5 min"],
  ])("says %s as %s", (text, said) => {
    expect(sayWhen(at(text), now, UTC)).toBe(said);
  });

  it("counts minutes over midnight", () => {
    expect(sayWhen(at("2026-11-22T23:50:00Z"), at("2026-11-23T00:10:00Z"), UTC)).toBe("20 min");
  });
});

it("writes the exact time with its zone", () => {
  expect(sayExactly(now, UTC)).toBe("23 Nov 2026, 09:41:07 UTC");
  expect(sayExactly(now, { ...UTC, name: "Asia/Kolkata" })).toContain("23 Nov 2026, 15:11:07");
});

it.each([
  [0, "the moment it happened"],
  [118, "118 ms after it happened"],
  [4_200, "4.2 s after it happened"],
  [3_600_000, "1 hour after it happened"],
  [259_200_000, "3 days after it happened"],
  [-60_000, "1 min before its own time"],
])("says a delay of %i ms", (delay, said) => {
  expect(sayDelay(delay)).toBe(said);
});

describe("as the reader writes", () => {
  const us = zoneOf("America/New_York", "en-US");

  it("follows a language that has the month first and twelve hours", () => {
    expect(sayDay(at("2026-11-16T12:00:00Z"), now, us)).toBe("Monday, November 16");
    expect(sayDay(at("2025-12-31T12:00:00Z"), now, us)).toBe("Wednesday, December 31, 2025");
    expect(sayWhen(at("2026-11-22T18:04:00Z"), now, us)).toBe("Sun 1:04 PM");
    expect(sayWhen(at("2026-11-03T05:04:00Z"), now, us)).toBe("Nov 3 12:04 AM");
    expect(sayWhen(at("2025-11-03T18:04:00Z"), now, us)).toBe("Nov 3, 2025");
    expect(sayExactly(now, us)).toMatch(/^Nov 23, 2026, 4:41:07 AM /);
  });

  it.each([
    ["en-GB", { isDayFirst: true, isTwelveHour: false, separator: "," }],
    ["de", { isDayFirst: true, isTwelveHour: false, separator: "." }],
    ["en-CA", { isDayFirst: false, isTwelveHour: true, separator: "," }],
    ["es", { isDayFirst: true, isTwelveHour: false, separator: "." }],
    ["no such language", { isDayFirst: true, isTwelveHour: false, separator: "," }],
  ])("knows the customs of %s", (language, customs) => {
    expect(zoneOf("UTC", language)).toEqual({ name: "UTC", ...customs });
  });
});
