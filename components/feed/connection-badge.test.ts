import { expect, it } from "vitest";
import { badgeOf } from "./connection-badge";
import type { Connection, ListenerState } from "./live/stream-state";

const badge = (connection: Connection, listener: ListenerState | null, isOnline = true) =>
  badgeOf({ connection, listener, isOnline }).label;

it("says when events come late, but only while they come at all", () => {
  expect(badge("live", null)).toBe("Live");
  expect(badge("live", "polling")).toBe("Live · delayed");
  expect(badge("live", "degraded")).toBe("Database away");
  expect(badge("reconnecting", "degraded")).toBe("Reconnecting…");
});

it("does not call a stream live that a browser without a network still holds open", () => {
  expect(badge("live", null, false)).toBe("Offline");
  expect(badge("reconnecting", null, false)).toBe("Offline");
});
