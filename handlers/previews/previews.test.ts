import { afterAll, beforeAll, expect, it } from "vitest";
import { FETCHES_PER_MINUTE, MOST_AT_ONCE, MOST_OF_TEAM, Previews } from "./previews";
import { openPages, type Pages } from "./testing/open-pages";

let pages: Pages;
let open = 0;
let most = 0;

beforeAll(async () => {
  pages = await openPages((_request, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.writeHead(200, { "content-type": "text/html" }).end("<title>x</title>");
    }, 30);
  });
});
afterAll(() => pages.close());

const urls = (count: number) => Array.from({ length: count }, (_, place) => `http://page.example/${place}`);

it("fetches a few at once for a team, and some more for all", async () => {
  const previews = new Previews(pages.open);
  const all = (teams: string[]) =>
    Promise.all(teams.flatMap((teamId) => urls(12).map((url) => previews.page({ teamId, userId: teamId }, url))));
  most = 0;
  await all(["a"]);
  expect(most).toBe(MOST_OF_TEAM);
  most = 0;
  await all(["b", "c", "d"]);
  expect(most).toBe(MOST_AT_ONCE);
});

it("fetches so many a minute for a person, and gives what is kept beyond", async () => {
  const previews = new Previews(pages.open);
  const asker = { teamId: "t", userId: "u" };
  const [first = "", ...rest] = urls(FETCHES_PER_MINUTE);
  await Promise.all([first, ...rest.slice(0, 30)].map((url) => previews.page(asker, url)));
  await Promise.all(rest.slice(30).map((url) => previews.page(asker, url)));
  const more = previews.page(asker, "http://page.example/more");
  await expect(more).rejects.toMatchObject({ code: "too_many_requests", retryAfter: expect.any(Number) });
  expect(await previews.page(asker, first)).toMatchObject({ title: "x" });
  // A refusal is not kept as if there were nothing.
  expect(await previews.page({ ...asker, userId: "v" }, "http://page.example/more")).toMatchObject({ title: "x" });
});

it("makes a team wait no longer than for so many of its own", async () => {
  const previews = new Previews(pages.open);
  const asked = urls(50).map((url, place) => previews.page({ teamId: "t", userId: String(place % 5) }, url));
  const answers = await Promise.allSettled(asked);
  const refused = answers.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(50 - MOST_OF_TEAM - 32);
  expect(refused[0]).toMatchObject({ reason: { code: "too_many_requests" } });
});
