import { expect, it } from "vitest";
import { parseFilter } from "@/activity/filter";
import { listCommands } from "./commands";

const PLACE = {
  team: "acme",
  teams: [
    { slug: "acme", name: "Acme" },
    { slug: "b", name: "Bee" },
  ],
  isViewer: false,
};
const all = (place = PLACE, canRun = (_: string) => true) =>
  listCommands(place, canRun).flatMap(({ commands }) => commands);
const ids = (...given: Parameters<typeof all>) => all(...given).map(({ id }) => id);

it("offers what the page can do now, and no more", () => {
  expect(ids()).toContain("post");
  expect(ids(PLACE, (id) => id === "sheet")).toContain("sheet");
  expect(ids(PLACE, (id) => id === "sheet")).not.toContain("post");
  // What needs a row under the focus, and the palette itself, are none.
  for (const id of ["next", "previous", "open", "close", "palette"]) expect(ids()).not.toContain(id);
});

it("offers viewers nothing that is closed to them", () => {
  const viewer = ids({ ...PLACE, isViewer: true });
  expect(viewer).toContain("go-members");
  for (const id of ["post", "comment", "go-integrations", "go-links", "go-feeds"]) expect(viewer).not.toContain(id);
});

it("leads to other teams, not to this one, and to filters that are ones", () => {
  expect(ids()).toContain("team-b");
  expect(ids()).not.toContain("team-acme");
  for (const { id, deed } of all().filter((one) => one.id.startsWith("type-"))) {
    const address = "href" in deed ? new URL(deed.href, "https://a.example") : null;
    expect(address?.pathname).toBe("/acme");
    expect(parseFilter(address?.searchParams ?? new URLSearchParams()).type?.any).toEqual([id.slice("type-".length)]);
  }
  expect(new Set(ids()).size).toBe(ids().length);
});
