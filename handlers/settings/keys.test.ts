import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { addMember } from "@/db/queries/teams/add-member";
import { createUser } from "@/db/queries/users/create-user";
import { env } from "@/env";
import { expectProblem } from "../testing/expect-problem";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const made = z.object({ id: z.string(), key: z.string() });

/** The session of a new member of a team who does not own it. */
async function memberOf(team: TestTeam): Promise<string> {
  const { db } = server.driver;
  const email = `${crypto.randomUUID()}@example.com`;
  const userId = await createUser(db, { name: "Bob", email, passwordHash: "none" });
  await db.transaction((tx) => addMember(tx, team.id, userId, "member"));
  const token = await encode({ token: { sub: userId, sessionVersion: 1 }, secret: env.NEXTAUTH_SECRET ?? "" });
  return `next-auth.session-token=${token}`;
}

describe("keys of a team", () => {
  it("are made, shown once, listed without themselves, and revoked at once", async () => {
    const team = await server.createTeam();
    const path = `/api/teams/${team.slug}/keys`;
    const answer = await server.call("POST", path, {
      cookie: team.cookie,
      json: { name: " CI ", scopes: ["read", "read"] },
    });
    expect(answer.status).toBe(201);
    const { id, key } = made.parse(answer.body);
    expect(answer.body).toEqual({ id, name: "CI", prefix: key.slice(0, 12), scopes: ["read"], key });
    expect((await server.call("GET", team.activities, { key })).status).toBe(200);

    const list = await server.call("GET", path, { cookie: team.cookie });
    expect(list.text).not.toContain(key);
    expect(list.body).toMatchObject({ items: [{ id, name: "CI", scopes: ["read"] }, { name: "Tests" }] });

    expect((await server.call("DELETE", `${path}/${id}`, { cookie: team.cookie })).status).toBe(204);
    expectProblem(await server.call("GET", team.activities, { key }), 401, "unauthenticated");
    expectProblem(await server.call("DELETE", `${path}/${id}`, { cookie: team.cookie }), 404, "not_found");
  });

  it("are made by members for what they have themselves, and only their own are revoked by them", async () => {
    const team = await server.createTeam();
    const path = `/api/teams/${team.slug}/keys`;
    const cookie = await memberOf(team);
    const own = await server.call("POST", path, { cookie, json: { name: "Mine", scopes: ["capture", "read"] } });
    expect(own.status).toBe(201);
    const admin = await server.call("POST", path, { cookie, json: { name: "Mine", scopes: ["admin"] } });
    expectProblem(admin, 403, "forbidden");
    const theirs = await server.call("POST", path, { cookie: team.cookie, json: { name: "Theirs", scopes: ["read"] } });
    expectProblem(await server.call("DELETE", `${path}/${made.parse(theirs.body).id}`, { cookie }), 403, "forbidden");
    expect((await server.call("DELETE", `${path}/${made.parse(own.body).id}`, { cookie })).status).toBe(204);
  });

  it("are managed by keys with admin, and by no others", async () => {
    const team = await server.createTeam();
    const path = `/api/teams/${team.slug}/keys`;
    expect((await server.call("GET", path, { key: team.key })).status).toBe(200);
    const key = await server.createKey(team, ["capture", "read"]);
    expectProblem(await server.call("GET", path, { key }), 403, "forbidden");
    expectProblem(await server.call("POST", path, { key, json: { name: "x", scopes: ["read"] } }), 403, "forbidden");
  });

  it("of another team are not found", async () => {
    const [team, other] = [await server.createTeam(), await server.createTeam()];
    const body = { name: "Theirs", scopes: ["read"] };
    const theirs = await server.call("POST", `/api/teams/${other.slug}/keys`, { cookie: other.cookie, json: body });
    const path = `/api/teams/${team.slug}/keys/${made.parse(theirs.body).id}`;
    expectProblem(await server.call("DELETE", path, { cookie: team.cookie }), 404, "not_found");
    expectProblem(await server.call("GET", `/api/teams/${other.slug}/keys`, { cookie: team.cookie }), 404, "not_found");
  });

  it("are refused with the paths of what is wrong", async () => {
    const team = await server.createTeam();
    const json = { name: " ", scopes: ["write"], hash: "x" };
    const answer = await server.call("POST", `/api/teams/${team.slug}/keys`, { cookie: team.cookie, json });
    expectProblem(answer, 422, "invalid_request", ["name", "scopes.0", "hash"]);
  });
});

describe("integrations of a team", () => {
  it("are made with a secret shown once, listed without it, and removed by owners", async () => {
    const team = await server.createTeam();
    const path = `/api/teams/${team.slug}/integrations`;
    const answer = await server.call("POST", path, { cookie: await memberOf(team), json: { provider: "github" } });
    expect(answer.status).toBe(201);
    const { id, secret } = z.object({ id: z.uuid(), secret: z.string().length(64) }).parse(answer.body);
    const url = `http://localhost:3000/api/webhooks/${id}`;
    expect(answer.body).toMatchObject({
      id,
      provider: "github",
      label: "GitHub",
      url,
      secret,
      setup: { secretFrom: "us" },
    });

    const list = await server.call("GET", path, { cookie: team.cookie });
    expect(list.text).not.toContain(secret);
    expect(list.body).toMatchObject({ items: [{ id, provider: "github", name: "GitHub", url }] });

    expectProblem(await server.call("DELETE", `${path}/${id}`, { cookie: await memberOf(team) }), 403, "forbidden");
    expect((await server.call("DELETE", `${path}/${id}`, { cookie: team.cookie })).status).toBe(204);
    expectProblem(await server.call("DELETE", `${path}/${id}`, { cookie: team.cookie }), 404, "not_found");
    expectProblem(await server.call("DELETE", `${path}/nonsense`, { cookie: team.cookie }), 404, "not_found");
  });
});
