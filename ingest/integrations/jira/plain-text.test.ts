import { expect, it } from "vitest";
import { Fields } from "../payload/fields";
import { duration } from "./changes";
import { bodyText, wikiText } from "./plain-text";

const read = (value: unknown) => bodyText(new Fields({ body: value }), "body");

// After jira.atlassian.com/secure/WikiRendererHelpAction.jspa: the notation of Jira's wiki renderer.
it.each([
  ["h1. Title\nText", "Title\nText"],
  ["*bold* _it_ {{mono}}", "*bold* _it_ mono"],
  ["[~accountid:5c5f880629be9642ba529340] and [~admin]", "@someone and @admin"],
  [
    "[Atlassian|https://atlassian.com] [https://x.test/a] [a|https://x.test|smart-link]",
    "Atlassian https://x.test/a a",
  ],
  ["{code:java}int a;{code} {color:#ff0000}red{color} {quote}q{quote}{noformat}n{noformat}", "int a; red qn"],
  ["!image.png|thumbnail! and !cat.jpg! now!", "(image.png) and (cat.jpg) now!"],
  ["bq. Quoted\r\nNext", "Quoted\nNext"],
  ["{key: value} [x] ok", "{key: value} [x] ok"],
])("%s", (markup, plain) => {
  expect(wikiText(markup)).toBe(plain);
});

// After developer.atlassian.com/cloud/jira/platform/apis/document/structure.
it("reads a document", () => {
  const text = (value: string) => ({ type: "text", text: value });
  const content = [
    { type: "heading", attrs: { level: 1 }, content: [text("Plan")] },
    {
      type: "paragraph",
      content: [
        text("Hi "),
        { type: "mention", attrs: { id: "1", text: "@Bob" } },
        { type: "emoji", attrs: { shortName: ":smile:", text: "😄" } },
        { type: "hardBreak" },
        { type: "inlineCard", attrs: { url: "https://x.test/1" } },
        text(" "),
        { type: "date", attrs: { timestamp: "1582152559000" } },
        text(" "),
        { type: "status", attrs: { text: "DONE", color: "green" } },
      ],
    },
    {
      type: "bulletList",
      content: ["one", "two"].map((word) => ({
        type: "listItem",
        content: [{ type: "paragraph", content: [text(word)] }],
      })),
    },
    { type: "codeBlock", attrs: { language: "js" }, content: [text("a();")] },
  ];
  expect(read({ type: "doc", version: 1, content })).toBe(
    "Plan\nHi @Bob😄\nhttps://x.test/1 2020-02-19 DONE\none\ntwo\na();",
  );
});

it("reads nothing in what says nothing, and is not led astray", () => {
  for (const value of [
    null,
    1,
    [],
    {},
    "",
    " \n",
    { type: "doc" },
    { content: [null, 1, "a", { type: "date", attrs: { timestamp: "x" } }] },
  ])
    expect(read(value)).toBeNull();
  let deep: object = { type: "text", text: "at the bottom" };
  for (let level = 0; level < 20_000; level += 1) deep = { type: "paragraph", content: [deep] };
  expect(read(deep)).toBeNull();
  expect(read({ type: "doc", content: Array.from({ length: 9_000 }, () => ({ type: "text", text: "ab" })) })).toMatch(
    /^(ab)+a?…$/,
  );
});

it("takes time that grows with the text alone", () => {
  const before = performance.now();
  for (const text of ["[", "[a|", "{code:", "!a.", "!a.png|", "{{", "[~", "[http://"]) wikiText(text.repeat(100_000));
  expect(performance.now() - before).toBeLessThan(1_000);
});

it("says how long", () => {
  for (const [seconds, said] of [
    ["9000", "2h 30m"],
    ["3600", "1h"],
    ["60", "1m"],
    ["0", "0m"],
    ["115200", "32h"],
    ["x", "x"],
    [null, null],
  ] as const)
    expect(duration(seconds)).toBe(said);
});
