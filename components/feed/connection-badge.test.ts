import { expect, it } from "vitest";
import { badgeOf } from "./connection-badge";

it("says when events come late, but only while they come at all", () => {
  expect(badgeOf({ connection: "live", listener: null }).label).toBe("Live");
  expect(badgeOf({ connection: "live", listener: "polling" }).label).toBe("Live · delayed");
  expect(badgeOf({ connection: "live", listener: "degraded" }).label).toBe("Database away");
  expect(badgeOf({ connection: "reconnecting", listener: "degraded" }).label).toBe("Reconnecting…");
});
