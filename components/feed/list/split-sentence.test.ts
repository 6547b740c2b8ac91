import fc from "fast-check";
import { expect, it } from "vitest";
import { splitSentence } from "./split-sentence";

const kinds = (...args: Parameters<typeof splitSentence>) =>
  splitSentence(...args).map(({ kind, text }) => (kind === "text" ? text : `<${kind}:${text}>`));

it("marks the actor and the entity", () => {
  expect(kinds("John Doe created task Update Documentation", "John Doe", "Update Documentation")).toEqual([
    "<actor:John Doe>",
    " created task ",
    "<entity:Update Documentation>",
  ]);
});

it("prefers the entity after the actor, and takes one before it when there is no other", () => {
  expect(kinds("main: Ann merged main", "Ann", "main")).toEqual(["main: ", "<actor:Ann>", " merged ", "<entity:main>"]);
  expect(kinds("Fix was closed by Ann", "Ann", "Fix")).toEqual(["<entity:Fix>", " was closed by ", "<actor:Ann>"]);
});

it("does not mark the middle of a word", () => {
  expect(kinds("Al allowed deploy to all", "Al", "all")).toEqual(["<actor:Al>", " allowed deploy to ", "<entity:all>"]);
  expect(kinds("Robert renamed it", "Rob", "it")).toEqual(["Robert renamed ", "<entity:it>"]);
});

it("marks a person who did something to themselves twice", () => {
  expect(kinds("Ann mentioned Ann", "Ann", "Ann")).toEqual(["<actor:Ann>", " mentioned ", "<entity:Ann>"]);
});

it("leaves a sentence without the names as it is", () => {
  expect(kinds("Something else", "Ann", "")).toEqual(["Something else"]);
});

it("gives every sentence back byte for byte", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.string({ maxLength: 3 }),
      fc.string({ maxLength: 3 }),
      (text, a, b) => {
        expect(
          splitSentence(text, a, b)
            .map((segment) => segment.text)
            .join(""),
        ).toBe(text);
      },
    ),
  );
});
