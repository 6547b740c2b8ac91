import { expect, it } from "vitest";
import { makeActivity } from "../feed/testing/make-activity";
import { pinNews } from "./pin-news";

it("is the newest that tells of a pin or corrects what is pinned, wherever it stands", () => {
  const items = [
    makeActivity(9),
    makeActivity(4, { eventType: "team.activity_pinned" }),
    makeActivity(6, { eventType: "team.activity_unpinned" }),
    makeActivity(8, { supersedes: "pinned" }),
    makeActivity(3, { eventType: "team.view_created" }),
  ];
  expect(pinNews(items, new Set())).toBe(6);
  expect(pinNews(items, new Set(["pinned"]))).toBe(8);
  expect(pinNews(items.slice(0, 1), new Set(["pinned"]))).toBe(0);
});
