import { expect, it } from "vitest";
import { z } from "zod";
import { hideActivities } from "@/db/queries/hide-activities";
import { bookmarks } from "@/db/schema";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { createMember } from "../testing/people";
import { type TestCall, type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const pageSchema = z.object({ items: z.array(z.object({ id: z.string() })), nextCursor: z.string().nullable() });
const viewsSchema = z.object({ bookmarks: z.array(z.string()) });
const batchSchema = z.object({ results: z.array(z.object({ activity: z.object({ id: z.string() }) })) });

async function post(team: TestTeam, count: number): Promise<string[]> {
  const json = Array.from({ length: count }, () => EVENT);
  const answer = await server.call("POST", team.activities, { key: team.key, json });
  return batchSchema.parse(answer.body).results.map(({ activity }) => activity.id);
}

/** What somebody does with their bookmarks of a team. */
function bookmarksOf(team: TestTeam, who: TestCall) {
  const path = `/api/teams/${team.slug}/bookmarks`;
  return {
    add: async (id: string) => (await server.call("PUT", `${path}/${id}`, who)).status,
    remove: async (id: string) => (await server.call("DELETE", `${path}/${id}`, who)).status,
    page: async (query = "") => pageSchema.parse((await server.call("GET", `${path}${query}`, who)).body),
    ids: async () => {
      const { body } = await server.call("GET", `/api/teams/${team.slug}/views`, who);
      return viewsSchema.parse(body).bookmarks;
    },
  };
}

it("are each member's own, also a viewer's, and doing the same again changes nothing", async () => {
  const team = await server.createTeam();
  const [id = ""] = await post(team, 1);
  const own = bookmarksOf(team, { cookie: (await createMember(server, team, "viewer")).cookie });
  const others = bookmarksOf(team, { cookie: team.cookie });
  expect([await own.add(id), await own.add(id.toUpperCase())]).toEqual([204, 204]);
  expect([await own.ids(), await others.ids()]).toEqual([[id], []]);
  expect((await others.page()).items).toEqual([]);
  expect(await others.remove(id)).toBe(204);
  expect((await own.page()).items).toMatchObject([{ id }]);
  expect([await own.remove(id), await own.remove(id)]).toEqual([204, 204]);
  expect(await own.ids()).toEqual([]);
});

it("are listed in feed order, page by page", async () => {
  const team = await server.createTeam();
  const own = bookmarksOf(team, { cookie: team.cookie });
  const [first = "", , third = "", fourth = ""] = await post(team, 4);
  for (const id of [third, first, fourth]) await own.add(id);
  const page = await own.page("?limit=2");
  expect(page.items.map(({ id }) => id)).toEqual([fourth, third]);
  expect(await own.page(`?limit=2&cursor=${page.nextCursor}`)).toMatchObject({
    items: [{ id: first }],
    nextCursor: null,
  });
  const wrong = await server.call("GET", `/api/teams/${team.slug}/bookmarks?limit=0&cursor=x`, { cookie: team.cookie });
  expectProblem(wrong, 422, "invalid_request", ["cursor", "limit"]);
});

it("follow a correction, and leave out what was withdrawn", async () => {
  const team = await server.createTeam();
  const own = bookmarksOf(team, { cookie: team.cookie });
  const [old = "", withdrawn = "", correction = "", last = ""] = await post(team, 4);
  for (const id of [old, withdrawn, correction]) await own.add(id);
  await server.driver.db.transaction(async (tx) => {
    await hideActivities(tx, team.id, [{ id: withdrawn, successor: null }], null);
    await hideActivities(tx, team.id, [{ id: old, successor: correction }], null);
    await hideActivities(tx, team.id, [{ id: correction, successor: last }], null);
  });
  expect(await own.ids()).toEqual([last]);
  expect((await own.page()).items.map(({ id }) => id)).toEqual([last]);
  expect([await own.add(withdrawn), await own.add(old)]).toEqual([404, 204]);
  expect(await own.remove(last)).toBe(204);
  expect(await own.ids()).toEqual([]);
});

it("end at a number that a page can hold", async () => {
  const team = await server.createTeam();
  const ids = await post(team, 501);
  const last = ids.pop() ?? "";
  const rows = ids.map((activityId) => ({ teamId: team.id, userId: team.userId, activityId }));
  await server.driver.db.insert(bookmarks).values(rows);
  expect(await bookmarksOf(team, { cookie: team.cookie }).add(ids[0] ?? "")).toBe(204);
  const more = await server.call("PUT", `/api/teams/${team.slug}/bookmarks/${last}`, { cookie: team.cookie });
  expectProblem(more, 409, "conflict");
});
