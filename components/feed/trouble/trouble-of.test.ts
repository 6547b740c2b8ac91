import { expect, it } from "vitest";
import { isWell, type Signs, sayTrouble, troubleOf } from "./trouble-of";

const well: Signs = { isOnline: true, connection: "live", listener: null, isFollowed: true, isSlow: false };

it("tells the cause before its effects, and nothing that is no trouble", () => {
  const told = (signs: Partial<Signs>) => troubleOf({ ...well, ...signs });
  expect(told({})).toBeNull();
  expect(told({ connection: "connecting" })).toBeNull();
  expect(told({ connection: "polling" })).toBeNull();
  expect(told({ listener: "polling" })).toBeNull();
  expect(told({ connection: "signedOut", isSlow: true })).toBeNull();
  expect(told({ connection: "reconnecting" })).toBe("reconnecting");
  expect(told({ connection: "reconnecting", isOnline: false, isSlow: true })).toBe("offline");
  expect(told({ listener: "degraded" })).toBe("databaseAway");
  expect(told({ isSlow: true })).toBe("slow");
});

it("knows of a page without a stream only whether the browser is online", () => {
  const older: Signs = { ...well, isFollowed: false, connection: "reconnecting" };
  expect([troubleOf(older), isWell(older)]).toEqual([null, true]);
  expect([troubleOf({ ...older, isOnline: false }), isWell({ ...older, isOnline: false })]).toEqual(["offline", false]);
});

it("is not well again before the stream or the list has answered", () => {
  expect(isWell({ ...well, connection: "connecting" })).toBe(false);
  expect(isWell({ ...well, connection: "polling" })).toBe(true);
});

it("promises to send posts to those who may post", () => {
  expect(sayTrouble("offline", true).works).toContain("what you post is kept");
  expect(sayTrouble("offline", false).works).toBe("What is loaded stays readable.");
});
