import { expect, it } from "vitest";
import { viewQuery } from "@/activity/view-query";
import { activeView } from "./active-view";

const activeOf = (views: { id: string; filter: string; isTeams: boolean }[]) => (query: string) =>
  activeView(views, viewQuery(query))?.id;

it("knows a view by what it shows, however its parameters are written, one's own first", () => {
  const at = activeOf([
    { id: "ours", filter: "type=task.*&q=login", isTeams: true },
    { id: "mine", filter: "q=login&type=task.*", isTeams: false },
    { id: "other", filter: "important=1", isTeams: true },
  ]);
  expect(at("q=login&type=task.*&cursor=x")).toBe("mine");
  expect(at("important=1&source=")).toBe("other");
  expect([at(""), at("q=Login&type=task.*")]).toEqual([undefined, undefined]);
});

it("tells folded from not, and stays with a view whose folding is switched", () => {
  const at = activeOf([
    { id: "folded", filter: "important=1", isTeams: false },
    { id: "each", filter: "important=1&fold=off", isTeams: true },
    { id: "tasks", filter: "type=task.*&fold=off", isTeams: true },
    { id: "everything", filter: "fold=off", isTeams: false },
  ]);
  expect([at("important=1"), at("fold=off&important=1")]).toEqual(["folded", "each"]);
  expect([at("type=task.*"), at("type=task.*&fold=on")]).toEqual(["tasks", "tasks"]);
  expect([at("fold=off"), at("")]).toEqual(["everything", undefined]);
});
