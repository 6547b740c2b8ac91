import { describe, expect, it } from "vitest";
import { z } from "zod";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { createPerson, listTold } from "../testing/people";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const settings = (slug: string) => `/api/teams/${slug}/settings`;
const fresh = () => `t-${crypto.randomUUID().slice(0, 8)}`;
const change = (team: TestTeam, json: object, slug = team.slug) =>
  server.call("PUT", settings(slug), { cookie: team.cookie, json });

describe("a team's settings", () => {
  it("are read and changed, and the team is told what", async () => {
    const team = await server.createTeam();
    const { body } = await server.call("GET", settings(team.slug), { cookie: team.cookie });
    expect(body).toEqual({ name: expect.stringMatching(/^Team /), slug: team.slug, timeZone: "UTC", aliases: [] });
    const answer = await change(team, { name: " صحيفة ", timeZone: "Asia/Kathmandu" });
    expect(answer.body).toEqual({ name: "صحيفة", slug: team.slug, timeZone: "Asia/Kathmandu", aliases: [] });
    expect(await change(team, { name: "صحيفة" })).toMatchObject({ status: 200 });
    expect(await listTold(server, team)).toEqual([
      {
        eventType: "team.settings_changed",
        message: "Ada changed the name and time zone of صحيفة",
        metadata: { name: "صحيفة", timeZone: "Asia/Kathmandu" },
      },
    ]);
  });

  it.each([
    [{}, ""],
    [{ name: " " }, "name"],
    [{ timeZone: "Mars/Olympus" }, "timeZone"],
    [{ timeZone: "+01:00" }, "timeZone"],
    [{ slug: "Not A Slug" }, "slug"],
    [{ slug: "api" }, "slug"],
    [{ slug: "invite" }, "slug"],
    [{ id: "x" }, "id"],
  ])("are not changed by %j", async (json, path) => {
    const team = await server.createTeam();
    expectProblem(await change(team, json), 422, "invalid_request", [path]);
    expect(await listTold(server, team)).toEqual([]);
  });
});

describe("an old slug", () => {
  it("works on the API as before, for sessions and keys, and for streams that are open", async () => {
    const team = await server.createTeam();
    const abort = new AbortController();
    const call = { key: team.key, signal: abort.signal };
    const stream = (await server.fetch("GET", `${team.activities}/stream`, call)).body?.getReader();
    const slug = fresh();
    const moved = await change(team, { slug });
    expect(moved.body).toMatchObject({ slug, aliases: [team.slug] });
    expect((await listTold(server, team))[0]?.message).toMatch(/^Ada changed the slug of /);
    const posted = await server.call("POST", team.activities, { key: team.key, json: EVENT });
    expect(posted.status).toBe(201);
    const { id } = z.object({ id: z.string() }).loose().parse(posted.body);
    let seen = "";
    while (!seen.includes(id)) seen += new TextDecoder().decode((await stream?.read())?.value);
    abort.abort();
    for (const one of [slug, team.slug]) {
      const list = `/api/teams/${one}/activities/${id}`;
      expect((await server.call("GET", list, { key: team.key })).status).toBe(200);
      expect((await server.call("GET", list, { cookie: team.cookie })).status).toBe(200);
    }
    const stranger = await createPerson(server, "Nobody");
    expectProblem(await server.call("GET", team.activities, { cookie: stranger.cookie }), 404, "not_found");
  });

  it("is given to no other team, neither asked for, nor by a name, nor by a move", async () => {
    const [team, other] = [await server.createTeam(), await server.createTeam()];
    const name = `Gone ${crypto.randomUUID().slice(0, 8)}`;
    const found = (json: object) => server.call("POST", "/api/teams", { cookie: other.cookie, json });
    const old = name.toLowerCase().replace(" ", "-");
    expect(await change(team, { slug: old })).toMatchObject({ status: 200 });
    expect(await change(team, { slug: fresh() })).toMatchObject({ status: 200 });
    expectProblem(await found({ name, slug: old }), 409, "conflict");
    expectProblem(await change(other, { slug: old }), 409, "conflict");
    expectProblem(await change(other, { slug: team.slug }), 409, "conflict");
    expect((await found({ name })).body).toEqual({ team: `${old}-2` });
  });

  it("can be had back by its own team", async () => {
    const team = await server.createTeam();
    const slug = fresh();
    await change(team, { slug });
    expect((await change(team, { slug: team.slug })).body).toMatchObject({ slug: team.slug, aliases: [slug] });
    expect((await change(team, { slug }, slug)).body).toMatchObject({ slug, aliases: [team.slug] });
  });

  it("has one holder when it is given up and asked for at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [team, other] = [await server.createTeam(), await server.createTeam()];
      const answers = await Promise.all([
        change(team, { slug: fresh() }),
        change(other, { slug: team.slug }),
        server.call("POST", "/api/teams", { cookie: other.cookie, json: { name: "New", slug: team.slug } }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 409, 409]);
      expect((await server.call("GET", settings(team.slug), { key: team.key })).status).toBe(200);
    }
  });

  it("of two moves at once, both stay aliases", async () => {
    const team = await server.createTeam();
    const [a, b] = [fresh(), fresh()];
    const answers = await Promise.all([change(team, { slug: a }), change(team, { slug: b })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    for (const slug of [team.slug, a, b]) {
      expect((await server.call("GET", settings(slug), { key: team.key })).status).toBe(200);
    }
  });
});

describe("a new team", () => {
  it("is its founder's, by a name or a slug; visitors and keys have none", async () => {
    const person = await createPerson(server, "Bo");
    const slug = fresh();
    const made = await server.call("POST", "/api/teams", { cookie: person.cookie, json: { name: "Mine", slug } });
    expect({ status: made.status, body: made.body }).toEqual({ status: 201, body: { team: slug } });
    const members = await server.call("GET", `/api/teams/${slug}/members`, { cookie: person.cookie });
    expect(members.body).toMatchObject({ items: [{ id: person.userId, role: "owner" }] });
    const json = { name: "Mine", slug: "api" };
    expectProblem(await server.call("POST", "/api/teams", { cookie: person.cookie, json }), 422, "invalid_request");
    expectProblem(await server.call("POST", "/api/teams", { json }), 401, "unauthenticated");
    const { key } = await server.createTeam();
    expectProblem(await server.call("POST", "/api/teams", { key, json }), 401, "unauthenticated");
  });
});
