import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Matcher, openMatcher } from "./matcher";
import { toSearchQuery } from "./to-search-query";
import { toSearchVector } from "./to-search-vector";

let matcher: Matcher;
beforeAll(async () => {
  matcher = await openMatcher();
});
afterAll(() => matcher.close());

const LIMIT = 256 * 1024;
/** Characters that mean something to Postgres, to us or to Unicode, among ordinary ones. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(..."aB1é ß'’\\\":*&|!<->()-_./@,~Ως国กิ한🎉\u0000\ud800\u200d\u0301\n"),
    maxLength: 120,
  }),
);

it("stores exact forms, stems, compounds and positions", () => {
  expect(toSearchVector(["Pushed to acme/api", "OK"])).toBe(
    "'pushed':1 '~push':1 'to':2 'acme/api':3 'acme':3 '~acm':3 'api':4 'ok':6",
  );
  expect(toSearchVector(["作流程"])).toBe("'作流':1 '流程':2 '程':3");
  expect(toSearchVector(["C:\\it"])).toBe("'c:\\\\it':1 'c':1 'it':2");
});

it("is empty when nothing can be searched", () => {
  expect(toSearchVector([])).toBe("");
  expect(toSearchVector(["", " \n", "… — !!", "\u0640", "\u0000\ud800"])).toBe("");
});

it("gives Postgres only what it accepts, and no lexeme that starts like a facet", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 4 }), async (texts) => {
      const vector = toSearchVector(texts);
      expect(vector).not.toMatch(/(?:^| )':/);
      await matcher.matchesLiterals(vector, "'a'");
    }),
    { numRuns: 500 },
  );
});

it("finds every word of a text, and the text by itself, as a person would paste it", async () => {
  await fc.assert(
    fc.asyncProperty(text, async (content) => {
      const vector = toSearchVector([content]);
      for (const word of content.split(/\s+/u).slice(0, 12)) {
        const query = toSearchQuery(word);
        if (query === null || query.includes("!(")) continue;
        expect(await matcher.matchesLiterals(vector, query), `${query} in ${vector}`).toBe(true);
      }
      const phrase = toSearchQuery(`"${content.replace(/["“”„‟«»＂]/gu, " ")}"`);
      if (phrase !== null) expect(await matcher.matchesLiterals(vector, phrase), `${phrase} in ${vector}`).toBe(true);
    }),
    { numRuns: 400 },
  );
});

const scripts: readonly (readonly [string, number, number])[] = [
  ["Chinese", 0x4e00, 0x9fa5],
  ["Japanese", 0x3041, 0x30fa],
  ["Korean", 0xac00, 0xd7a3],
  ["Thai", 0x0e01, 0x0e4e],
  ["Lao", 0x0e81, 0x0ede],
  ["Khmer", 0x1780, 0x17d3],
  ["Burmese", 0x1000, 0x103f],
];

it.each(scripts)("finds every piece of a random %s run, cut between graphemes", async (_, first, last) => {
  const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const letter = fc.integer({ min: first, max: last }).map((code) => String.fromCodePoint(code));
  const run = fc.string({
    unit: letter.filter((char) => /[\p{L}\p{M}\p{N}]/u.test(char)),
    minLength: 1,
    maxLength: 24,
  });
  await fc.assert(
    fc.asyncProperty(run, fc.nat(), fc.nat(), async (content, from, length) => {
      const units = [...graphemes.segment(content)].map((part) => part.segment);
      const start = from % units.length;
      const piece = units.slice(start, start + 1 + (length % (units.length - start))).join("");
      const vector = toSearchVector([content]);
      for (const query of [toSearchQuery(piece), toSearchQuery(`${piece} `), toSearchQuery(`"${piece}"`)]) {
        if (query !== null) expect(await matcher.matchesLiterals(vector, query), `${query} in ${vector}`).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

const noise = (size: number, alphabet: string, spread: number) =>
  Array.from({ length: size }, (_, index) => alphabet[(index * index * 31 + index * spread) % alphabet.length]).join(
    "",
  );

const heavy: readonly (readonly [string, string])[] = [
  ["one word over and over", "word ".repeat(80_000)],
  ["different numbers", Array.from({ length: 60_000 }, (_, index) => index * 7919).join(" ")],
  ["different compounds", Array.from({ length: 30_000 }, (_, index) => `Ab${index}-Cd${index}`).join(" ")],
  ["one endless compound", "a-".repeat(200_000)],
  ["one endless word", "y".repeat(400_000)],
  ["apostrophes", "a'".repeat(200_000)],
  ["Chinese", noise(120_000, "多人协同工作流程已更新中国使用者登入系統", 17)],
  ["Thai", noise(120_000, "แก้ไขหน้าเข้าสู่ระบบ", 13)],
  ["accents", "Ünïcödé ".repeat(50_000)],
  ["letters that grow eighteenfold", "ﷺ ".repeat(100_000)],
  ["emoji", "🎉".repeat(100_000)],
  ["backslashes and quotes", "a\\'b".repeat(90_000)],
];

it.each(heavy)("keeps %s within Postgres' limits and quick", async (_, content) => {
  const before = performance.now();
  const vector = toSearchVector([content, content]);
  expect(performance.now() - before).toBeLessThan(1_500);
  await matcher.matchesLiterals(vector, "'a'");
});

it("reads the first 256 kB of all texts together, cut between characters", async () => {
  const filler = "é".repeat(LIMIT / 2 - 5);
  expect(await matcher.matches([filler, "inside outside"], "inside")).toBe(true);
  expect(await matcher.matches([filler, "inside outside"], "outside ")).toBe(false);
  expect(await matcher.matches([`${" ".repeat(LIMIT - 3)}🎉`], "🎉")).toBe(false);
});

it("still finds words beyond the last position Postgres can hold", async () => {
  const content = `${"x ".repeat(20_000)} later TASK-42`;
  for (const query of ["later", "TASK-42", "task 42"]) expect(await matcher.matches(content, query)).toBe(true);
});
