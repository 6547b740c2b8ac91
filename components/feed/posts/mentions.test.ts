import { describe, expect, it } from "vitest";
import { findMentionable, insertMention, listMentioned, mentionAt } from "./mentions";
import { splitMentions } from "./shown-mentions";

const person = (name: string, id = name) => ({ id, name });
const PEOPLE = ["Bo", "Bob", "Ada Lovelace", "María del Carmen", "نور"].map((name) => person(name));

describe("a mention that is being typed", () => {
  it.each([
    ["Hello @", { start: 6, typed: "" }],
    ["@Ad", { start: 0, typed: "Ad" }],
    ["(@Ada Lo", { start: 1, typed: "Ada Lo" }],
    ["@Bo and @Ma", { start: 8, typed: "Ma" }],
  ])("is found in %j", (text, found) => {
    expect(mentionAt(text, text.length)).toEqual(found);
  });

  it.each(["mail@example.test", "Hello", "@ you", "@Ada  said", "@Ada\nHello"])("is not in %j", (text) => {
    expect(mentionAt(text, text.length)).toBeNull();
  });

  it("is that before the caret, whose place the whole name takes", () => {
    const text = "Ask @ad today";
    const caret = "Ask @ad".length;
    const found = mentionAt(text, caret);
    expect(found).toEqual({ start: 4, typed: "ad" });
    expect(insertMention(text, { start: 4, caret }, "Ada Lovelace")).toEqual({
      text: "Ask @Ada Lovelace today",
      caret: 17,
    });
    expect(insertMention("@ad", { start: 0, caret: 3 }, "Ada")).toEqual({ text: "@Ada ", caret: 5 });
  });

  it("finds people by the beginnings of their names and of later words, whatever accents and case", () => {
    const names = (typed: string) => findMentionable(PEOPLE, typed).map(({ name }) => name);
    expect(names("bo")).toEqual(["Bo", "Bob"]);
    expect(names("maria")).toEqual(["María del Carmen"]);
    expect(names("love")).toEqual(["Ada Lovelace"]);
    expect(names("نو")).toEqual(["نور"]);
    expect(names("elace")).toEqual([]);
  });
});

describe("whom a text mentions", () => {
  it("is by whole names, of which the longest counts", () => {
    expect(listMentioned("@Bob and @Ada Lovelace, not @Bobby or mail@Bo", PEOPLE)).toEqual(["Bob", "Ada Lovelace"]);
    expect(listMentioned("@Bo: @Bo!", PEOPLE)).toEqual(["Bo"]);
    expect(listMentioned("@نور", PEOPLE)).toEqual(["نور"]);
    expect(listMentioned("@Ada", PEOPLE)).toEqual([]);
  });

  it("is everybody of that name", () => {
    expect(listMentioned("@Ada", [person("Ada", "1"), person("Ada", "2")])).toEqual(["1", "2"]);
  });

  it("takes a name for its letters, whatever it looks like", () => {
    expect(listMentioned("@A.*(b) @Axxb", [person("A.*(b)"), person("(?:")])).toEqual(["A.*(b)"]);
  });

  it("loses nothing of the text", () => {
    const text = "@Bo asked @Ada Lovelace:\n@@Bo";
    expect(
      splitMentions(text, PEOPLE)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });
});
