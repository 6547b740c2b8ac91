import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { activityPageSchema } from "@/activity/activity";
import { addMember } from "@/db/queries/teams/add-member";
import type { Role } from "@/db/queries/teams/list-memberships";
import { createUser } from "@/db/queries/users/create-user";
import { env } from "@/env";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const made = z.object({ id: z.uuid(), url: z.url(), filter: z.string() }).loose();

/** The session of a new member of a team. */
async function memberOf(team: TestTeam, role: Role): Promise<string> {
  const { db } = server.driver;
  const userId = await createUser(db, { name: "Bob", email: `${crypto.randomUUID()}@example.com`, passwordHash: "-" });
  await db.transaction((tx) => addMember(tx, team.id, userId, role));
  const token = await encode({ token: { sub: userId, sessionVersion: 1 }, secret: env.NEXTAUTH_SECRET ?? "" });
  return `next-auth.session-token=${token}`;
}

const pathOf = (team: TestTeam) => `/api/teams/${team.slug}/links`;

async function makeLink(team: TestTeam, cookie: string, more: object = {}) {
  return made.parse(
    (await server.call("POST", pathOf(team), { cookie, json: { name: "View", filter: "", ...more } })).body,
  );
}

describe("shared links of a team", () => {
  it("are made with an address shown once, listed without it, and told of in the feed", async () => {
    const team = await server.createTeam();
    await server.call("POST", team.activities, { key: team.key, json: EVENT });
    const link = await makeLink(team, team.cookie, { filter: "type=task.*&cursor=x", name: " Docs " });
    const token = /^http:\/\/localhost:3000\/s\/([\w-]{43})$/.exec(link.url)?.[1] ?? "";
    expect(token).not.toBe("");
    expect(link).toMatchObject({ name: "Docs", filter: "type=task.*&source=-team", headSeq: 1, expiresAt: null });
    const list = await server.call("GET", pathOf(team), { cookie: team.cookie });
    expect(list.text).not.toContain(token);
    expect(list.body).toMatchObject({
      items: [{ id: link.id, openings: 0, lastOpenedAt: null, createdBy: { id: team.userId, name: "Ada" } }],
    });
    await server.call("DELETE", `${pathOf(team)}/${link.id}`, { cookie: team.cookie });
    const told = await server.call("GET", `${team.activities}?source=team`, { key: team.key });
    expect(activityPageSchema.parse(told.body).items.map(({ message }) => message)).toEqual([
      "Ada revoked the link to the view Docs",
      "Ada shared the view Docs by a link",
    ]);
    expect(told.text).not.toContain(token);
    expect((await server.call("GET", pathOf(team), { cookie: team.cookie })).body).toEqual({ items: [] });
  });

  it("leave the metadata out when they hide names, and keep the sources that were asked for", async () => {
    const team = await server.createTeam();
    const link = await makeLink(team, team.cookie, { hidesNames: true, filter: "source=team" });
    expect(link).toMatchObject({ hidesNames: true, hidesMetadata: true, filter: "source=team" });
  });

  it("are refused with the paths of what is wrong", async () => {
    const team = await server.createTeam();
    const post = (json: object) => server.call("POST", pathOf(team), { cookie: team.cookie, json });
    expectProblem(await post({ name: " ", hidesNames: 1, token: "x" }), 422, "invalid_request", [
      "name",
      "hidesNames",
      "token",
    ]);
    expectProblem(await post({ name: "x", filter: "group=none" }), 422, "invalid_request", ["group"]);
    for (const expiresAt of ["2020-01-01T00:00:00Z", "soon"])
      expectProblem(await post({ name: "x", expiresAt }), 422, "invalid_request", ["expiresAt"]);
  });
});

describe("who may", () => {
  it.each<[string, number, number, number]>([
    ["nobody", 401, 401, 401],
    ["another team", 404, 404, 404],
    ["a viewer", 403, 403, 403],
    ["a member", 200, 201, 403],
    ["an admin", 200, 201, 204],
    ["the owner", 200, 201, 204],
    ["a key without admin", 403, 403, 403],
    ["a key with admin", 200, 201, 204],
  ])("%s list (%i), make (%i) and revoke somebody else's (%i)", async (who, list, make, revoke) => {
    const [team, other] = [await server.createTeam(), await server.createTeam()];
    const callers: Record<string, () => Promise<{ cookie?: string; key?: string }>> = {
      nobody: async () => ({}),
      "another team": async () => ({ cookie: other.cookie }),
      "a viewer": async () => ({ cookie: await memberOf(team, "viewer") }),
      "a member": async () => ({ cookie: await memberOf(team, "member") }),
      "an admin": async () => ({ cookie: await memberOf(team, "admin") }),
      "the owner": async () => ({ cookie: team.cookie }),
      "a key without admin": async () => ({ key: await server.createKey(team, ["capture", "read"]) }),
      "a key with admin": async () => ({ key: team.key }),
    };
    const caller = (await callers[who]?.()) ?? {};
    const theirs = await makeLink(team, await memberOf(team, "member"));
    expect((await server.call("GET", pathOf(team), caller)).status).toBe(list);
    expect((await server.call("POST", pathOf(team), { ...caller, json: { name: "x" } })).status).toBe(make);
    expect((await server.call("DELETE", `${pathOf(team)}/${theirs.id}`, caller)).status).toBe(revoke);
  });

  it("members revoke their own, and no team another's", async () => {
    const [team, other] = [await server.createTeam(), await server.createTeam()];
    const cookie = await memberOf(team, "member");
    const own = await makeLink(team, cookie);
    expectProblem(
      await server.call("DELETE", `${pathOf(other)}/${own.id}`, { cookie: other.cookie }),
      404,
      "not_found",
    );
    expect((await server.call("DELETE", `${pathOf(team)}/${own.id}`, { cookie })).status).toBe(204);
    expectProblem(await server.call("DELETE", `${pathOf(team)}/none`, { cookie }), 404, "not_found");
  });
});
