import { describe, expect, it } from "vitest";
import type { Fault } from "../kinds/fault";
import { recoveries, worstLateness } from "./timing";

const nothing = async () => {};
const fault = (recovery: Fault["recovery"], moments: number[]): Fault => ({
  name: "a fault",
  recovery,
  moments,
  start: nothing,
  stop: nothing,
});

/** Events 1 to 4, acknowledged every 100 ms; one reader gets them 10 ms later, the other as it says. */
const run = (received: number[]) => ({
  writers: { acknowledgedAt: new Map([1, 2, 3, 4].map((seq) => [seq, seq * 100])) },
  readers: [[110, 210, 310, 410], received].map((at) => ({ history: { segments: [{ seqs: [1, 2, 3, 4], at }] } })),
});

describe("how long a fault is felt", () => {
  it("is the latest event at the slowest reader until the next strike", () => {
    const late = run([105, 250, 360, 400]);
    expect(recoveries(fault("lateness", [90, 290]), late)).toEqual([50, 60]);
    expect(worstLateness(late)).toBe(60);
  });

  it("is the time until something new is everywhere, when nothing went on meanwhile", () => {
    expect(recoveries(fault("return", [150]), run([110, 240, 310, 410]))).toEqual([90]);
  });

  it("is not known when no event followed", () => {
    expect(recoveries(fault("lateness", [500]), run([110, 210, 310, 410]))).toEqual([]);
    expect(recoveries(fault("return", [500]), run([110, 210, 310, 410]))).toEqual([]);
  });
});
