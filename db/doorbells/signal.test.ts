import { describe, expect, it } from "vitest";
import { formatSignal, parseSignal, type Signal } from "./signal";

const TEAM = "0b6f0d5e-6d0e-4a36-9a51-0f0f7a3a6b01";

describe("parseSignal", () => {
  it.each([
    ["activity", `${TEAM}:42`, { topic: "activity", teamId: TEAM, seq: 42 }],
    ["access", TEAM, { topic: "access", teamId: TEAM }],
    ["access", `user:${TEAM}`, { topic: "access", userId: TEAM }],
    ["activity", `${TEAM}:`, null],
    ["activity", `${TEAM}:-1`, null],
    ["activity", "probe:x", null],
    ["access", "", null],
    ["other", TEAM, null],
  ])("reads %s %j", (topic, payload, signal) => {
    expect(parseSignal(topic, payload)).toEqual(signal);
  });

  it.each<Signal>([
    { topic: "activity", teamId: TEAM, seq: 42 },
    { topic: "access", teamId: TEAM },
    { topic: "access", userId: TEAM },
  ])("reads what was written of %j", (signal) => {
    expect(parseSignal(signal.topic, formatSignal(signal))).toEqual(signal);
  });
});
