import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { createMember } from "../testing/people";
import { type TestCall, type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
let team: TestTeam;
let owner: TestCall;
let member: TestCall;
let viewer: TestCall;
beforeAll(async () => {
  team = await server.createTeam();
  owner = { cookie: team.cookie };
  member = { cookie: (await createMember(server, team, "member")).cookie };
  viewer = { cookie: (await createMember(server, team, "viewer")).cookie };
});

const viewSchema = z.object({ id: z.string(), name: z.string(), filter: z.string(), isTeams: z.boolean() });
const listSchema = z.object({
  items: z.array(viewSchema.extend({ unread: z.object({ count: z.number(), isExact: z.boolean() }) })),
  seenSeq: z.number().nullable(),
});
const base = () => `/api/teams/${team.slug}`;
const list = async (who: TestCall) => listSchema.parse((await server.call("GET", `${base()}/views`, who)).body);
const names = async (who: TestCall) => (await list(who)).items.map(({ name }) => name);
const make = async (who: TestCall, json: object) => await server.call("POST", `${base()}/views`, { ...who, json });
const made = async (who: TestCall, json: object) => viewSchema.parse((await make(who, json)).body);
const mark = async (who: TestCall, json: object) =>
  (await server.call("PUT", `${base()}/read-marks`, { ...who, json })).status;
async function post(count: number, more: object = {}): Promise<number> {
  const json = Array.from({ length: count }, () => ({ ...EVENT, ...more }));
  const answer = await server.call("POST", team.activities, { key: team.key, json });
  expect(answer.status).toBe(201);
  const stored = z.object({ results: z.array(z.object({ activity: z.object({ seq: z.number() }) })) });
  return stored.parse(answer.body).results.at(-1)?.activity.seq ?? 0;
}

describe("views", () => {
  it("are one's own, or the team's for everybody, made by who runs it and told to the team", async () => {
    const own = await made(viewer, { name: "My view", filter: "actorKey=u_1" });
    expect((await make(member, { name: "Ours", filter: "", isTeams: true })).status).toBe(403);
    const ours = await made(owner, { name: "Builds", filter: "important=1&type=build.*", isTeams: true });
    expect(ours.filter).toBe("type=build.*&important=1");
    expect(await names(viewer)).toEqual(["Builds", "My view"]);
    expect(await names(member)).toEqual(["Builds"]);

    for (const method of ["PUT", "DELETE"]) {
      const json = method === "PUT" ? { name: "Mine now" } : undefined;
      const at = (id: string) => `${base()}/views/${id}`;
      expectProblem(await server.call(method, at(own.id), { ...owner, json }), 404, "not_found");
      expectProblem(await server.call(method, at(ours.id), { ...member, json }), 403, "forbidden");
    }
    await server.call("PUT", `${base()}/views/${own.id}`, { ...viewer, json: { filter: "q=login" } });
    expect((await list(viewer)).items.at(-1)).toMatchObject({ name: "My view", filter: "q=login" });
    await server.call("PUT", `${base()}/views/${ours.id}`, { ...owner, json: { name: "Broken builds" } });
    expect((await server.call("DELETE", `${base()}/views/${ours.id}`, owner)).status).toBe(204);
    expect(await names(member)).toEqual([]);

    const told = await server.call(
      "GET",
      `${team.activities}?type=team.view_created,team.view_changed,team.view_deleted`,
      {
        key: team.key,
      },
    );
    const messages = z.object({ items: z.array(z.object({ eventType: z.string(), entityName: z.string() })) });
    expect(messages.parse(told.body).items).toEqual([
      { eventType: "team.view_deleted", entityName: "Broken builds" },
      { eventType: "team.view_changed", entityName: "Broken builds" },
      { eventType: "team.view_created", entityName: "Builds" },
    ]);
  });

  it("count what is unread since they were made or read, for each by itself, up to 99", async () => {
    await post(3);
    const view = await made(owner, { name: "Tasks", filter: "type=task.*&source=unread", isTeams: true });
    const unread = async (who: TestCall) => (await list(who)).items.find(({ id }) => id === view.id)?.unread;
    expect(await unread(member)).toEqual({ count: 0, isExact: true });
    const seq = await post(2, { source: "unread" });
    await post(1, { source: "elsewhere" });
    expect(await unread(member)).toEqual({ count: 2, isExact: true });

    expect(await mark(member, { seq: seq - 1, view: view.id })).toBe(204);
    expect(await unread(member)).toEqual({ count: 1, isExact: true });
    expect(await mark(member, { seq: 0, view: view.id })).toBe(204);
    expect(await unread(member)).toEqual({ count: 1, isExact: true });
    expect(await unread(owner)).toEqual({ count: 2, isExact: true });

    expect(await mark(member, { seq: Number.MAX_SAFE_INTEGER, view: "all" })).toBe(204);
    expect(await unread(member)).toEqual({ count: 0, isExact: true });
    await post(120, { source: "unread" });
    expect(await unread(member)).toEqual({ count: 99, isExact: false });
  });

  it("keep whether similar events are one row, and count the same either way", async () => {
    const view = await made(owner, { name: "Each", filter: "fold=off&source=each&cursor=x" });
    expect(view.filter).toBe("source=each&fold=off");
    await post(3, { source: "each" });
    expect((await list(owner)).items.find(({ id }) => id === view.id)?.unread).toEqual({ count: 3, isExact: true });
    const json = { filter: "source=each&fold=on" };
    await server.call("PUT", `${base()}/views/${view.id}`, { ...owner, json });
    expect((await list(owner)).items.find(({ id }) => id === view.id)?.filter).toBe("source=each");
  });

  it("keep how far the whole feed was seen, which never goes back nor beyond what there is", async () => {
    expect((await list(viewer)).seenSeq).toBeNull();
    const seq = await post(1);
    await mark(viewer, { seq: seq - 1 });
    expect((await list(viewer)).seenSeq).toBe(seq - 1);
    await mark(viewer, { seq: 1 });
    expect((await list(viewer)).seenSeq).toBe(seq - 1);
    await mark(viewer, { seq: seq + 1_000 });
    expect((await list(viewer)).seenSeq).toBe(seq);
  });

  it("are refused by name when they cannot be used", async () => {
    expectProblem(await make(owner, { name: " ", filter: "" }), 422, "invalid_request", ["name"]);
    expectProblem(await make(owner, { name: "X", filter: "group=none&from=x" }), 422, "invalid_request", [
      "group",
      "from",
    ]);
    expectProblem(await make(owner, { name: "X" }), 422, "invalid_request", ["filter"]);
    expectProblem(await make(owner, { name: "X", filter: "fold=maybe" }), 422, "invalid_request", ["fold"]);
    const marked = await server.call("PUT", `${base()}/read-marks`, { ...owner, json: { seq: 1.5, view: "x" } });
    expectProblem(marked, 422, "invalid_request", ["seq", "view"]);
    const busy = { cookie: (await createMember(server, team, "member")).cookie };
    for (let count = 0; count < 50; count += 1) await made(busy, { name: `View ${count}`, filter: "" });
    expectProblem(await make(busy, { name: "One more", filter: "" }), 409, "conflict");
  });
});
