import { expect, it } from "vitest";
import { type Fold, foldOf, joinFolds, ofSource } from "@/activity/fold/fold";
import { UTC, zoneOf } from "../list/customs";
import { makeActivity } from "../testing/make-activity";
import { isMember, membersQuery } from "./members-of";
import { rateOf, sayCount, sayCountAloud, saySpan } from "./say-fold";

const alert = (seq: number, timestamp: string) =>
  makeActivity(seq, { timestamp, actorKind: "integration", eventType: "alert.cpu", source: "pagerduty" });
const [early, late] = [alert(1, "2026-11-23T09:02:00.000Z"), alert(2, "2026-11-23T09:41:00.000Z")];
const fold = joinFolds(foldOf(early), foldOf(late));
const many: Fold = { ...ofSource(fold), count: 12_312 };

it("says how many and from when to when", () => {
  expect(sayCount({ ...fold, kind: "person", count: 7 }, UTC)).toBe("7 times");
  expect(sayCount(fold, UTC)).toBe("×2");
  expect(sayCount(many, UTC)).toBe("×12,312 from PagerDuty");
  expect(sayCountAloud(many, UTC)).toBe("12,312 times from PagerDuty");
  expect(saySpan(fold, UTC)).toBe("09:02–09:41");
  expect(saySpan(foldOf(early), { ...UTC, name: "Asia/Kolkata" })).toBe("14:32");
});

it("counts and tells the time as the reader does", () => {
  expect(sayCount(many, zoneOf("UTC", "de"))).toBe("×12.312 from PagerDuty");
  expect(saySpan({ ...fold, last: "2026-11-23T12:05:00.000Z" }, zoneOf("UTC", "en-US"))).toBe("9:02 AM–12:05 PM");
});

it("draws every part of the hour", () => {
  const rates = rateOf({ ...fold, rate: [4, 0, 2] });
  expect(rates).toHaveLength(20);
  expect(rates.slice(0, 4)).toEqual([1, 0, 0.5, 0]);
});

it("narrows the filter to the fold, and never beyond what it lets through", () => {
  const read = (query: string) => Object.fromEntries(new URLSearchParams(query));
  expect(read(membersQuery({ q: "cpu", type: { any: ["alert.*"], not: [] } }, fold, late))).toEqual({
    ...{ q: "cpu", type: "alert.cpu", source: "pagerduty", entity: "task:42" },
    ...{ from: "2026-11-23T09:00:00.000Z", to: "2026-11-23T10:00:00.000Z" },
  });
  const to = "2026-11-23T09:30:00.000Z";
  expect(read(membersQuery({ from: "2026-11-22T00:00:00.000Z", to }, many, late))).toEqual({
    ...{ source: "pagerduty", from: "2026-11-23T09:00:00.000Z", to },
  });
});

it("tells a fold's events from their neighbours", () => {
  const other = makeActivity(3, { ...late, seq: 3, entityId: "33333333-2222-7222-8222-222222222222" });
  const person = makeActivity(4, { ...late, seq: 4, actorKind: "user" });
  expect([early, other, person].map((activity) => isMember(fold, activity))).toEqual([true, false, false]);
  expect([early, other, person].map((activity) => isMember(many, activity))).toEqual([true, true, false]);
});
