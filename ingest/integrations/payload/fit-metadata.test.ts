import fc from "fast-check";
import { expect, it } from "vitest";
import { byteLength } from "@/activity/text";
import { fitMetadata } from "./fit-metadata";

const size = (value: unknown) => byteLength(JSON.stringify(value));

it("leaves out the largest parts until the rest fits, to the byte", () => {
  const parts = { small: 1, large: "x".repeat(50), larger: "é".repeat(40), least: "" };
  const all = { small: 1, large: parts.large, larger: parts.larger };
  expect(fitMetadata(parts, size(all))).toEqual(all);
  expect(fitMetadata(parts, size(all) - 1)).toEqual({ small: 1, large: parts.large });
  expect(fitMetadata(parts, 60)).toEqual({ small: 1 });
  expect(fitMetadata(parts, 1)).toEqual({});
});

it("is within its limit whatever the parts are, and leaves out no more than that takes", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
      fc.integer({ min: 2, max: 300 }),
      (parts, most) => {
        const whole = fitMetadata(parts);
        const kept = fitMetadata(parts, most);
        expect(size(kept)).toBeLessThanOrEqual(most);
        if (size(whole) <= most) expect(kept).toEqual(whole);
      },
    ),
  );
});

it("takes no more than a moment with data of many parts", () => {
  const parts = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, place) => [`key ${place}`, "x".repeat(place % 50)]),
  );
  expect(size(fitMetadata(parts))).toBeLessThanOrEqual(65_536);
});
