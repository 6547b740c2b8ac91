import { describe, expect, it } from "vitest";
import type { DeliveryLine } from "@/activity/delivery";
import { arrivalOf } from "./arrival";

const line = (outcome: DeliveryLine["outcome"], deliveryId: string | null = "72d3162e"): DeliveryLine => ({
  id: "019ab0f5-8a93-7c3e-9d51-0c2f6f1b7a10",
  deliveryId,
  receivedAt: "2026-11-23T09:41:07.123Z",
  outcome,
  status: 201,
  eventName: "push",
  diagnosis: null,
  tookMs: 2,
  activityIds: [],
  became: null,
  bodyBytes: 2,
  isKept: true,
});
const test = line("stored", "test_6f1b7a10-8a93-4c3e-9d51-0c2f019ab0f5");
const [stored, refused] = [line("stored"), line("refused")];

describe("how far an integration has come", () => {
  it("is told by its log", () => {
    expect(arrivalOf({ items: [], hasArrived: false })).toEqual({ state: "waiting" });
    expect(arrivalOf({ items: [test], hasArrived: false })).toEqual({ state: "tested" });
    expect(arrivalOf({ items: [refused], hasArrived: false })).toEqual({ state: "refused", line: refused });
    expect(arrivalOf({ items: [stored], hasArrived: true })).toEqual({ state: "arrived", line: stored });
  });

  it("is not hidden by a test, nor by what was refused afterwards", () => {
    expect(arrivalOf({ items: [test, refused], hasArrived: false })).toEqual({ state: "refused", line: refused });
    expect(arrivalOf({ items: [test, refused, stored], hasArrived: true })).toEqual({ state: "arrived", line: stored });
  });

  it("is known when its lines are forgotten", () => {
    expect(arrivalOf({ items: [], hasArrived: true })).toEqual({ state: "arrived", line: null });
    expect(arrivalOf({ items: [test], hasArrived: true })).toEqual({ state: "arrived", line: null });
  });

  it("is not told by an id that only begins like a test's", () => {
    expect(arrivalOf({ items: [line("refused", "test_1")], hasArrived: false }).state).toBe("refused");
  });
});
