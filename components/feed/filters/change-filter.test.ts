import { expect, it } from "vitest";
import { choiceOf, feedHref, withChoice, without } from "./change-filter";

it("includes, excludes and takes out a value, in one field only", () => {
  const included = withChoice({ q: "login" }, "type", "task.*", "any");
  expect(included).toEqual({ q: "login", type: { any: ["task.*"], not: [] } });
  const excluded = withChoice(included, "type", "task.*", "not");
  expect([choiceOf(included, "type", "task.*"), choiceOf(excluded, "type", "task.*")]).toEqual(["any", "not"]);
  expect(withChoice(excluded, "type", "task.*", "off")).toEqual({ q: "login" });
  expect(choiceOf({}, "type", "task.*")).toBe("off");
});

it("drops fields and writes addresses", () => {
  expect(without({ q: "a", from: "x", to: "y" }, "from", "to")).toEqual({ q: "a" });
  expect(feedHref("acme", {})).toBe("/acme");
  expect(feedHref("acme", { important: true }, "abcd")).toBe("/acme?important=1&cursor=abcd");
});
