import fc from "fast-check";
import { expect, it } from "vitest";
import { cutHits } from "./cut-hits";

it("marks the part of a hit that lies in its piece of the sentence", () => {
  const hits = [{ start: 4, end: 11 }];
  expect(cutHits("Ana fixed", hits).filter(({ isHit }) => isHit)).toEqual([{ at: 4, text: "fixed", isHit: true }]);
  expect(cutHits(" it all", hits, 9)).toEqual([
    { at: 0, text: " i", isHit: true },
    { at: 2, text: "t all", isHit: false },
  ]);
});

it("gives the text back, byte for byte", () => {
  const hits = fc
    .uniqueArray(fc.nat(40), { minLength: 2, maxLength: 8 })
    .map((all) => all.toSorted((a, b) => a - b))
    .map((all) =>
      all.flatMap((start, at) => (at % 2 === 0 && all[at + 1] !== undefined ? [{ start, end: all[at + 1] ?? 0 }] : [])),
    );
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), hits, fc.nat(20), (text, all, offset) => {
      expect(
        cutHits(text, all, offset)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
