import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeHitFinder } from "@/activity/search/find-hits";
import { parseQuery } from "@/activity/search/parse-query";
import { type Matcher, openMatcher } from "./matcher";

let matcher: Matcher;
beforeAll(async () => {
  matcher = await openMatcher();
});
afterAll(() => matcher.close());

const SHA = "a41c9f2be07d55aa0123456789abcdef01234567";

/** Rule, text, queries that find the text, queries that do not. */
const rules: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ["all words must be there", "red green blue", ["red blue", "blue red", "RED"], ["red yellow"]],
  [
    "or is weaker than the space",
    "red green",
    ["red or blue", "blue OR red", "blue pink or red"],
    ["blue or red pink "],
  ],
  ["an or without two sides", "red or green", ["or ", "red or ", "or red", "red or !!!", "or or red"], ["or blue"]],
  [
    "- excludes",
    "red green",
    ["-blue", "red -blue", "--red ", "- red"],
    ["-red", "green -red", '-"red green"', "red -gre*"],
  ],
  ["- before a phrase", "red green", ['red -"green red"', '(-"blue")'], ['-"red green" red']],
  [
    "quotes want neighbours",
    "the red green blue",
    ['"red green"', "“green blue”", '"the red', '"red" "blue"'],
    ['"red blue"'],
  ],
  [
    "quotes want the exact form",
    "running tests",
    ['"running"', "run ", "test "],
    ['"run"', '"test"', '"tests running"'],
  ],
  [
    "inflections",
    "Deployments were cancelled; prices changed",
    ["deployment ", "price ", "change ", "changing "],
    ["pricey "],
  ],
  ["a word ending with * is a prefix", "deployment", ["deploy*", "dep* ", "deployment*"], ["ploy*", "deployments*"]],
  [
    "the last word is a prefix",
    "screenshot uploaded",
    ["scr", "uploaded scr", "upl"],
    ["scr ", "scr uploaded", '"scr"', "shot"],
  ],
  [
    "issue numbers",
    "TASK-42 moved",
    ["TASK-42", "task-42 ", "42", "task 42", "task", "-task-43"],
    ["TASK-43", "-TASK-42", "2"],
  ],
  [
    "repositories",
    "pushed to acme/api",
    ["acme/api", "acme api", "api", "ACME/API ", "acme/a", '"acme api"'],
    ["api/acme"],
  ],
  ["parts find compounds", "pull requests in foo bar", ["pull-request ", "foo_bar"], ["bar_foo"]],
  ["snake case", "foo_bar set", ["foo_bar", "foo", "bar", "foo_bar "], ["bar_foo", "foob"]],
  [
    "file names",
    "src/app/page.tsx",
    ["src/app/page.tsx", "page.tsx", "page", "tsx", "app/page", "page.*"],
    ["page/app"],
  ],
  ["several dots", "file.name.ts", ["file.name.ts", "name.ts", "file.name", "ts"], ["file.ts"]],
  [
    "e-mail",
    "by ana.souza@example.com",
    ["ana.souza@example.com", "ana", "souza@example", "example.com"],
    ["ana@example.com"],
  ],
  [
    "URL",
    "see https://example.com/a/b?tab=files&x=1#top.",
    ["https://example.com/a/b?tab=files&x=1#top", "example.com", "example.com/a", "tab=files"],
    ["example.org"],
  ],
  ["Windows paths", "C:\\Users\\ana", ["c:\\users\\ana", "users", "Users\\ana"], ["ana\\users"]],
  [
    "CamelCase",
    "UpdateDocs by HTMLParser",
    ["update ", "updates ", "docs", "UpdateDocs", "updatedocs", "update docs", "update-docs", "parser", "html"],
    ["pdate"],
  ],
  [
    "CamelCase in a phrase",
    "the GitHub issue",
    ['"the github issue"', '"GitHub issue"', '"git hub"', "github"],
    ['"hub the"'],
  ],
  ["acronyms in plural", "merged PRs", ["PR ", "prs", "PRs "], []],
  ["commits", `fixed in ${SHA}`, ["a41c9f2", "a41c9f2 in", "A41C9F2BE ", SHA], ["a41c9f3", "41c9f2b", "a41c9 in"]],
  ["a commit behind @", `acme/api@${SHA}`, ["acme/api@a41c9f2 fixed or a41c9f2 acme"], ["api@a41c9f3"]],
  ["amounts", "$4,200.00 paid", ["4,200.00", "$4,200.00 ", "4200.00", "4200", "4,200"], ["4300"]],
  ["amounts without separators", "4200.00 EUR", ["4,200.00 ", "4.200,00", "4200"], ["4,201.00 "]],
  ["hash numbers", "Closes #2291.", ["#2291", "2291", "#2291 "], ["#22910", "291"]],
  ["contractions", "I don't know", ["don't", "dont", "don’t", '"don\'t know"', '"dont know"'], ["donut"]],
  ["contractions in the query", "dont know", ["don't", "don’t "], []],
  ["possessives", "the user's guide by O'Brien", ["user ", "users", "user's", "brien", "o'brien", "obrien"], []],
  ["emoji", "Shipped 🎉👍🏽 to 🇧🇷", ["🎉", "👍", "🎉👍", "🇧🇷", "👍🏿"], ["🚀", "👍🎉"]],
  ["full width and ligatures", "Ｆｕｌｌ ﬁle №７", ["full", "file", "no7"], []],
  ["soft hyphens and joiners", "soft\u00adware zero\u200bwidth", ["software", "zerowidth"], ["ware"]],
  ["one character of a run is a prefix", "中国 工作", ["国", "中", "工"], ["家"]],
  [
    "punctuation alone asks for nothing",
    "red",
    ["!!!", "red & | ! : ( ) ' \\", "-", '""', "", "   ", "red :*"],
    ["blue !!!"],
  ],
  ["quotes in the middle of a word", 'צה"ל הודיע', ['צה"ל', "הודיע"], []],
  ["operators are text", "a & b | c <-> d", ["a & b", "c <-> d", "a:*"], ["e:*"]],
];

describe.each(rules)("%s", (_, text, found, notFound) => {
  it.each(found.map((query) => [query]))("finds %s", async (query) => {
    expect(await matcher.matches(text, query)).toBe(true);
    const wantsSomething = parseQuery(query).some((terms) => terms.some(({ negated }) => !negated));
    if (wantsSomething && (await matcher.matches("", query)) === false) {
      expect(makeHitFinder(query)(text)).not.toEqual([]);
    }
  });

  it.each(notFound.map((query) => [query]))("does not find %s", async (query) => {
    expect(await matcher.matches(text, query)).toBe(false);
  });
});

it("finds words of several texts together, but no phrase over their border", async () => {
  const texts = ["red green", "blue UpdateDocs", "white", "東京"];
  for (const query of ["green blue", '"red green"', "white red", "東京 red"]) {
    expect(await matcher.matches(texts, query)).toBe(true);
  }
  for (const query of ['"green blue"', '"docs white"', '"white 東"', '"updatedocs white"']) {
    expect(await matcher.matches(texts, query)).toBe(false);
  }
});
