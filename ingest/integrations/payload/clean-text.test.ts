import fc from "fast-check";
import { expect, it } from "vitest";
import { byteLength, unstorable } from "@/activity/text";
import { cutLine, cutText } from "./clean-text";

it("leaves a short text as it is", () => {
  expect(cutText("two\nlines ✓", 100)).toBe("two\nlines ✓");
});

it("cuts between graphemes and says so", () => {
  expect(cutText("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 30)).toBe("👩‍👩‍👧‍👦…");
  expect(cutText("abcdefgh", 6)).toBe("abc…");
  expect(cutText(`a${"\u0301".repeat(500)}`, 20)).toMatch(/^a\u0301{8}…$/);
});

it("drops U+0000 and lone surrogates", () => {
  expect(cutText("a\0b\ud800c", 100)).toBe("abc");
});

it("always fits and can always be stored", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.integer({ min: 8, max: 300 }), (text, bytes) => {
      const cut = cutText(text, bytes);
      expect(byteLength(cut)).toBeLessThanOrEqual(bytes);
      expect(unstorable(cut)).toBeNull();
    }),
  );
});

it("makes one line, and nothing of what cannot be seen", () => {
  expect(cutLine("  a\r\n\tb\u0007c ", 100)).toBe("a b c");
  for (const blank of ["", " \n ", "\0", "\u200b\u200d", "\ud800"]) expect(cutLine(blank, 100)).toBeNull();
});
