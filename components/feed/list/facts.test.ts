import { expect, it } from "vitest";
import { makeActivity } from "../testing/make-activity";
import { factsOf, imageOf, quoteOf, safeUrl, sourceName } from "./facts";

it("shows what the sentence does not already say", () => {
  expect(factsOf(makeActivity(1, { metadata: { board: "Docs sprint", priority: "high" } }))).toEqual([
    "Docs sprint",
    "high",
  ]);
  const pushed = { message: "Marta pushed to main", metadata: { repository: { full_name: "acme/web" }, ref: "main" } };
  expect(factsOf(makeActivity(1, { ...pushed, source: "github" }))).toEqual(["acme/web", "GitHub"]);
});

it("counts the words of a screenshot", () => {
  expect(factsOf(makeActivity(1, { group: "system", metadata: { ocrText: "one two\nthree" } }))).toEqual([
    "OCR: 3 words",
  ]);
});

it("survives metadata of any shape", () => {
  for (const metadata of [null, [], "text", 3, { board: { deep: true }, body: 4, imageUrl: [] }]) {
    const activity = makeActivity(1, { metadata });
    expect([factsOf(activity), quoteOf(activity), imageOf(activity)]).toEqual([[], null, null]);
  }
});

it("quotes the words of a comment and cuts long ones", () => {
  expect(quoteOf(makeActivity(1, { metadata: { body: "  Looks good " } }))).toBe("Looks good");
  expect(quoteOf(makeActivity(1, { metadata: { comment: "x".repeat(700) } }))).toHaveLength(600);
});

it("links and shows web addresses only", () => {
  expect(imageOf(makeActivity(1, { metadata: { imageUrl: "https://example.test/a.png" } }))).toBe(
    "https://example.test/a.png",
  );
  expect(imageOf(makeActivity(1, { metadata: { imageUrl: "/sample/invoice.svg" } }))).toBe("/sample/invoice.svg");
  expect(imageOf(makeActivity(1, { metadata: { imageUrl: "/api/teams/acme/activities" } }))).toBeNull();
  expect(imageOf(makeActivity(1, { metadata: { imageUrl: "//example.test/sample/a.svg" } }))).toBeNull();
  expect(imageOf(makeActivity(1, { metadata: { imageUrl: "javascript:alert(1)" } }))).toBeNull();
  expect(safeUrl("javascript:alert(1)")).toBeNull();
  expect(safeUrl("mailto:ann@example.test")).toBe("mailto:ann@example.test");
});

it("names sources, and says nothing of api", () => {
  expect(["github", "jira", "api"].map(sourceName)).toEqual(["GitHub", "Jira", null]);
});

it("does not say twice what a note is called, nor that it was written in the feed", () => {
  const note = { entityName: "Freeze", message: "Ada noted: Freeze", source: "feed" };
  expect(quoteOf(makeActivity(1, { ...note, metadata: { body: "Freeze\nUntil Monday" } }))).toBe("Until Monday");
  expect(quoteOf(makeActivity(1, { ...note, metadata: { body: "Freeze" } }))).toBeNull();
  expect(factsOf(makeActivity(1, { ...note, metadata: {} }))).toEqual([]);
});
