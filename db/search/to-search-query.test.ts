import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Matcher, openMatcher } from "./matcher";
import { toSearchQuery } from "./to-search-query";

let matcher: Matcher;
beforeAll(async () => {
  matcher = await openMatcher();
});
afterAll(() => matcher.close());

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      "or",
      "OR",
      "-",
      '"',
      '-"',
      "*",
      "(",
      ")",
      " ",
      "  ",
      "'",
      "\\",
      ":",
      ":*",
      "&",
      "|",
      "!",
      "<->",
      "~",
      "“",
      "\u0000",
    ],
    ...[
      "word",
      "TASK-42",
      "a/b",
      "UpdateDocs",
      "a41c9f2",
      "国",
      "国家",
      "กิ",
      "🎉",
      "don't",
      "4,200.00",
      "\ud800",
      "\u0301",
      "é",
    ],
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const query = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

it("writes the forms that are stored", () => {
  expect(toSearchQuery("TASK-42 ")).toBe("('task-42' | (('task' | '~task') <-> '42'))");
  expect(toSearchQuery('"running tests"')).toBe("('running' <-> 'tests')");
  expect(toSearchQuery("running")).toBe("('running':* | 'run' | '~run')");
  expect(toSearchQuery("协同工")).toBe("('协同' <-> '同工':*)");
});

it("is null when nothing is asked for", () => {
  for (const q of ["", " ", "!!!", '""', "-", "or or ", ":*", "\u0000", "\ud800", "\u0640"]) {
    expect(toSearchQuery(q), q).toBeNull();
  }
});

it("writes a pure exclusion as one", () => {
  expect(toSearchQuery('-"foo"')).toBe("!('foo')");
  expect(toSearchQuery("-4242")).toBe("!('4242')");
});

it("leaves the last word whole when told so", () => {
  expect(toSearchQuery("国家 4242", { lastWordIsPrefix: false })).toBe("('国家' & '4242')");
});

it("never throws, and Postgres accepts every result", async () => {
  await fc.assert(
    fc.asyncProperty(query, async (q) => {
      const asked = toSearchQuery(q);
      if (asked !== null) await matcher.matchesLiterals("'a':1", asked);
    }),
    { numRuns: 1_500 },
  );
});

it("finds nothing and everything apart: what is excluded is not found by the same word", async () => {
  const words = fc.constantFrom(
    "TASK-42",
    "UpdateDocs",
    "acme/api",
    "国家",
    "running",
    "a41c9f2",
    "don't",
    "🎉",
    "4,200.00",
  );
  await fc.assert(
    fc.asyncProperty(words, words, async (text, word) => {
      expect(await matcher.matches(text, `-${word} `)).toBe(!(await matcher.matches(text, `${word} `)));
    }),
    { numRuns: 100 },
  );
});

const long: readonly string[] = [
  "国".repeat(5_000),
  "a-".repeat(5_000),
  "a or -".repeat(2_000),
  '"'.repeat(5_000),
  "word ".repeat(5_000),
  "कि".repeat(3_000),
  "ﷺ".repeat(5_000),
  "(".repeat(5_000),
  "'\\".repeat(5_000),
];

it.each(long)("bounds a query of many %s", async (q) => {
  const asked = toSearchQuery(q);
  expect((asked ?? "").length).toBeLessThan(10_000);
  if (asked !== null) await matcher.matchesLiterals("'a':1", asked);
});
