import { expect, test } from "vitest";
import { writtenValue } from "./syntax";

const written = (text: string, caret = text.length) => {
  const value = writtenValue(text, caret);
  return value && { ...value, replaced: `${text.slice(0, value.start)}[]${text.slice(value.end)}` };
};

test.each([
  ["actor:", { name: "actor", part: "", isExcluded: false, replaced: "actor:[]" }],
  ["who:an", { name: "actor", part: "an", isExcluded: false, replaced: "who:[]" }],
  ["-actor:an", { name: "actor", part: "an", isExcluded: true, replaced: "-actor:[]" }],
  ["deploy SOURCE:git", { name: "source", part: "git", isExcluded: false, replaced: "deploy SOURCE:[]" }],
  ['actor:"Ann B', { name: "actor", part: "Ann B", isExcluded: false, replaced: "actor:[]" }],
  ["actor:“Ann, B", { name: "actor", part: "Ann, B", isExcluded: false, replaced: "actor:[]" }],
  ['actor:"', { name: "actor", part: "", isExcluded: false, replaced: "actor:[]" }],
  ["type:task.a,-dep", { name: "type", part: "dep", isExcluded: true, replaced: "type:task.a,-[]" }],
  ["type:task.a,", { name: "type", part: "", isExcluded: false, replaced: "type:task.a,[]" }],
])("of %s, the value that is being written", (text, expected) => {
  expect(written(text)).toMatchObject(expected);
});

test.each([["words"], ["type:a "], ["\\type:a"], ["https://type:a"], [""], ['"type:a']])(
  "of %s, none is being written",
  (text) => {
    expect(written(text)).toBeNull();
  },
);

test("a value is written where the caret stands, not elsewhere in the text", () => {
  expect(written("actor:an deploy", 8)).toMatchObject({ part: "an", replaced: "actor:[] deploy" });
  expect(written("actor:an deploy", 7)).toBeNull();
  expect(written("actor:an deploy", 9)).toBeNull();
});
