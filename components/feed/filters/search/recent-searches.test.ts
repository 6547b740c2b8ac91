import { expect, it } from "vitest";
import { MOST_RECENT, type RecentSearch, withRecent } from "./recent-searches";

const made = (said: string): RecentSearch => ({ query: `q=${said}`, said });
const all = (...said: string[]) => said.reduce<RecentSearch[]>((recent, one) => withRecent(recent, made(one)), []);

it("keeps the latest first, each once, and no more than fit", () => {
  expect(all("a", "b", "c", "a").map(({ said }) => said)).toEqual(["a", "c", "b"]);
  const many = all(...Array.from({ length: 20 }, (_, index) => `search ${String.fromCharCode(97 + index)}`));
  expect(many).toHaveLength(MOST_RECENT);
  expect(many[0]?.said).toBe("search t");
});

it("puts a search that goes on typing the last one in its place", () => {
  expect(all("x", "log", "login").map(({ said }) => said)).toEqual(["login", "x"]);
});
