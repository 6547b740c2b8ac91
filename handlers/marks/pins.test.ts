import { beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { hideActivities } from "@/db/queries/hide-activities";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { createMember, listNoted, listTold } from "../testing/people";
import { type TestCall, type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const listSchema = z.object({
  items: z.array(
    z.object({
      activity: z.object({ id: z.string(), message: z.string() }),
      pinnedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
      pinnedAt: z.string(),
    }),
  ),
});
const batchSchema = z.object({ results: z.array(z.object({ activity: z.object({ id: z.string() }) })) });

let team: TestTeam;
let owner: TestCall;
beforeEach(async () => {
  team = await server.createTeam();
  owner = { cookie: team.cookie };
});

async function post(count: number): Promise<string[]> {
  const json = Array.from({ length: count }, (_, place) => ({ ...EVENT, message: `Number ${place}` }));
  const answer = await server.call("POST", team.activities, { key: team.key, json });
  return batchSchema.parse(answer.body).results.map(({ activity }) => activity.id);
}
const path = () => `/api/teams/${team.slug}/pins`;
const pin = async (id: string, who = owner) => await server.call("PUT", `${path()}/${id}`, who);
const unpin = async (id: string, who = owner) => await server.call("DELETE", `${path()}/${id}`, who);
const list = async (who = owner) => listSchema.parse((await server.call("GET", path(), who)).body).items;
const hide = async (id: string, successor: string | null) =>
  await server.driver.db.transaction((tx) => hideActivities(tx, team.id, [{ id, successor }], null));

it("are everybody's, by who pinned them, and told once each to the team and its audit log", async () => {
  const [first = "", second = ""] = await post(2);
  const bo = await createMember(server, team, "member");
  const viewer = await createMember(server, team, "viewer");
  expect((await pin(first, { cookie: bo.cookie })).status).toBe(204);
  expect((await pin(first)).status).toBe(204);
  expect((await pin(second)).status).toBe(204);
  expect(await list({ cookie: viewer.cookie })).toMatchObject([
    { activity: { id: second }, pinnedBy: { id: team.userId } },
    { activity: { id: first }, pinnedBy: { id: bo.userId, name: "Bo" } },
  ]);
  expectProblem(await pin(first, { cookie: viewer.cookie }), 403, "forbidden");
  expectProblem(await unpin(first, { cookie: viewer.cookie }), 403, "forbidden");

  expect([(await unpin(first)).status, (await unpin(first)).status]).toEqual([204, 204]);
  expect((await list()).map(({ activity }) => activity.id)).toEqual([second]);
  expect((await listTold(server, team)).map(({ eventType }) => eventType)).toEqual([
    "team.activity_unpinned",
    "team.activity_pinned",
    "team.activity_pinned",
  ]);
  expect((await listTold(server, team)).at(-1)?.message).toBe("Bo pinned “Number 0”");
  const [noted] = await listNoted(server, team);
  expect(noted).toMatchObject({
    action: "team.activity_pinned",
    via: "session",
    userId: bo.userId,
    detail: { entity: { type: "activity", id: first, name: "Number 0" } },
  });
});

it("show a correction in the place of what it corrects, and nothing of what was withdrawn", async () => {
  const [old = "", correction = "", withdrawn = ""] = await post(3);
  for (const id of [old, withdrawn]) await pin(id);
  await hide(withdrawn, null);
  await hide(old, correction);
  expect((await list()).map(({ activity }) => activity)).toEqual([{ id: correction, message: "Number 1" }]);
  expectProblem(await pin(withdrawn), 404, "not_found");
  expect((await pin(correction)).status).toBe(204);
  expect(await list()).toHaveLength(1);
  expect((await unpin(old)).status).toBe(204);
  expect(await list()).toEqual([]);
});

it("show one activity once, though two that it took the place of were pinned", async () => {
  const [one = "", other = "", both = ""] = await post(3);
  for (const id of [one, other]) await pin(id);
  for (const id of [one, other]) await hide(id, both);
  expect((await list()).map(({ activity }) => activity.id)).toEqual([both]);
  expect((await unpin(both)).status).toBe(204);
  expect(await list()).toEqual([]);
});

it("end at twenty, also for those who pin at once", async () => {
  const ids = await post(22);
  for (const id of ids.slice(0, 19)) expect((await pin(id)).status).toBe(204);
  const answers = await Promise.all(ids.slice(19).map((id) => pin(id)));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
  expect(await list()).toHaveLength(20);
});
