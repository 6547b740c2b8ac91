import { expect, it } from "vitest";
import { expiryOf } from "./expiry";

it.each([
  ["never", "", null],
  ["1", "", "2026-11-25T12:00:00.000Z"],
  ["30", "2027-01-01", "2026-12-24T12:00:00.000Z"],
])("gives %s %s as %s", (choice, date, instant) => {
  expect(expiryOf(choice, date, Date.UTC(2026, 10, 24, 12))).toBe(instant);
});

it("lets a chosen day end first", () => {
  expect(expiryOf("date", "2026-12-31", 0)).toBe(new Date(2027, 0, 1).toISOString());
});
