import { expect, it } from "vitest";
import { matchWords } from "./match";

const POST = ["Post a note", "Here"];

it("finds a command by the beginnings of its words, in any order", () => {
  for (const typed of ["", "post", "Post a no", "note post", "  NOTE ", "here"]) {
    expect(matchWords(POST, typed), typed).toBeGreaterThan(0);
  }
  expect(matchWords(["Überblick"], "uber")).toBeGreaterThan(0);
});

it("leaves out what only has the letters", () => {
  for (const typed of ["pan", "ost", "post x", "nte", "..."]) expect(matchWords(POST, typed), typed).toBe(0);
});

it("puts first what begins as typed, then what the label says", () => {
  const [begins, says, known] = [["Task created"], ["New task"], ["Important", "task"]].map((words) =>
    matchWords(words, "task"),
  );
  expect(begins).toBeGreaterThan(says ?? 1);
  expect(says).toBeGreaterThan(known ?? 1);
});
