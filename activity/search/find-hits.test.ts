import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeHitFinder } from "./find-hits";

const marked = (q: string, text: string) => makeHitFinder(q)(text).map(({ start, end }) => text.slice(start, end));

describe("what is marked of a text", () => {
  it.each([
    ["retry", "Rework billing retries, retrying", ["retries", "retrying"]],
    ["onboar", "Polish the onboarding", ["onboarding"]],
    ["log ", "log, login, blog, logs", ["log", "logs"]],
    ['"billing retries"', "billing retries; retries of billing", ["billing retries"]],
    ["docs", "UpdateDocs", ["Docs"]],
    ["zurich", "für Zürich 👍🏽", ["Zürich"]],
    ["新文", "更新文档", ["新文"]],
    ["red -green", "red green", ["red"]],
    ["4200", "paid $4,200.00 today", ["4,200.00"]],
    ["strasse", "ﬁle der Straße, ｆｕｌｌ", ["Straße"]],
    ["full", "Zu\u0308rich ﬁle, ｆｕｌｌ.", ["ｆｕｌｌ"]],
    ["deploy*", "deployment of deploys", ["deployment", "deploys"]],
    ["polish or zürich", "polish and Zürich", ["polish", "Zürich"]],
    ["!!!", "red!!!", []],
  ])("for %s in %s", (q, text, expected) => {
    expect(marked(q, text)).toEqual(expected);
  });

  it("never throws, and its pieces lie in order inside the text, apart from each other", () => {
    const anything = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.lorem());
    fc.assert(
      fc.property(anything, anything, (q, text) => {
        let at = -1;
        for (const { start, end } of makeHitFinder(q)(text)) {
          expect(start).toBeGreaterThan(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("never cuts a word of a spaced script in two, but at an edge of its CamelCase", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 4 }), fc.lorem({ maxCount: 12, mode: "sentences" }), (q, text) => {
        for (const { start, end } of makeHitFinder(q)(text)) {
          expect(/[a-z]/i.test(text.charAt(start - 1))).toBe(false);
          expect(/[a-z]/i.test(text.charAt(end))).toBe(false);
        }
      }),
    );
  });
});
