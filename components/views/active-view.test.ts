import { expect, it } from "vitest";
import { activeView, normalQuery } from "./active-view";

it("knows a view by what it shows, however its parameters are written, one's own first", () => {
  const views = [
    { id: "ours", filter: "type=task.*&q=login", isTeams: true },
    { id: "mine", filter: "q=login&type=task.*", isTeams: false },
    { id: "other", filter: "important=1", isTeams: true },
  ];
  const at = (query: string) => activeView(views, normalQuery(query))?.id;
  expect(at("q=login&type=task.*&cursor=x")).toBe("mine");
  expect(at("important=1&source=")).toBe("other");
  expect([at(""), at("q=Login&type=task.*")]).toEqual([undefined, undefined]);
});
