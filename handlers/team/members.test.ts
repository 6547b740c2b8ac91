import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { expectProblem } from "../testing/expect-problem";
import { createMember, createPerson, listNoted, listTold } from "../testing/people";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const people = (team: TestTeam, userId = "") => `/api/teams/${team.slug}/members${userId === "" ? "" : `/${userId}`}`;

describe("the people of a team", () => {
  it("are listed with their roles; a viewer sees no e-mail address", async () => {
    const team = await server.createTeam();
    const [bo, vi] = [await createMember(server, team, "member"), await createMember(server, team, "viewer", "Vi")];
    const joinedAt = expect.stringMatching(/^\d{4}-.*Z$/);
    expect((await server.call("GET", people(team), { cookie: bo.cookie })).body).toEqual({
      items: [
        { id: team.userId, name: "Ada", email: expect.stringContaining("@"), role: "owner", joinedAt },
        { id: bo.userId, name: "Bo", email: bo.email, role: "member", joinedAt },
        { id: vi.userId, name: "Vi", email: vi.email, role: "viewer", joinedAt },
      ],
    });
    const seen = await server.call("GET", people(team), { cookie: vi.cookie });
    expect(seen.body).toMatchObject({ items: [{ email: null }, { email: null }, { email: null }] });
  });

  it("get another role, which the team is told and which is noted with who did it, from where and by what", async () => {
    const team = await server.createTeam();
    const bo = await createMember(server, team, "member");
    const headers = { "user-agent": "A browser", "x-forwarded-for": "192.0.2.7" };
    const call = { cookie: team.cookie, json: { role: "admin" }, headers };
    const answer = await server.call("PUT", people(team, bo.userId), call);
    expect(answer.body).toEqual({ id: bo.userId, name: "Bo", role: "admin" });
    expect(await listTold(server, team)).toEqual([
      { eventType: "team.role_changed", message: "Ada made Bo an admin", metadata: { from: "member", to: "admin" } },
    ]);
    const [noted] = await listNoted(server, team);
    expect(noted).toMatchObject({ action: "team.role_changed", via: "session", userId: team.userId });
    expect(noted).toMatchObject({ userAgent: "A browser", detail: { from: "member", to: "admin" } });
    // The same role once more is no change.
    expect((await server.call("PUT", people(team, bo.userId), call)).status).toBe(200);
    expect(await listTold(server, team)).toHaveLength(1);
  });

  it("may do at once what their new role may, and no more", async () => {
    const team = await server.createTeam();
    const bo = await createMember(server, team, "admin");
    const invitations = `/api/teams/${team.slug}/invitations`;
    expect((await server.call("GET", invitations, { cookie: bo.cookie })).status).toBe(200);
    const demote = { cookie: team.cookie, json: { role: "viewer" } };
    expect((await server.call("PUT", people(team, bo.userId), demote)).status).toBe(200);
    expectProblem(await server.call("GET", invitations, { cookie: bo.cookie }), 403, "forbidden");
    expect((await server.call("GET", team.activities, { cookie: bo.cookie })).status).toBe(200);
  });

  it("are refused at once when removed, and their open streams end", async () => {
    const team = await server.createTeam();
    const bo = await createMember(server, team, "member");
    const stream = await server.fetch("GET", `${team.activities}/stream`, { cookie: bo.cookie });
    expect(stream.status).toBe(200);
    const ended = stream.text();
    const removedAt = Date.now();
    expect((await server.call("DELETE", people(team, bo.userId), { cookie: team.cookie })).status).toBe(204);
    expectProblem(await server.call("GET", team.activities, { cookie: bo.cookie }), 404, "not_found");
    await ended;
    // Far sooner than a heartbeat would find it out.
    expect(Date.now() - removedAt).toBeLessThan(5_000);
    expect(await listTold(server, team)).toMatchObject([
      { eventType: "team.member_removed", message: "Ada removed Bo from the team" },
    ]);
    expectProblem(await server.call("DELETE", people(team, bo.userId), { cookie: team.cookie }), 404, "not_found");
  });

  it("leave by themselves, viewers too", async () => {
    const team = await server.createTeam();
    const vi = await createMember(server, team, "viewer", "Vi");
    expect((await server.call("DELETE", people(team, vi.userId.toUpperCase()), { cookie: vi.cookie })).status).toBe(
      204,
    );
    expectProblem(await server.call("GET", team.activities, { cookie: vi.cookie }), 404, "not_found");
    const [told] = await listTold(server, team);
    expect(told).toMatchObject({ eventType: "team.member_left", metadata: { role: "viewer" } });
    expect(told?.message).toMatch(/^Vi left Team /);
  });

  it("of another team cannot be changed from here", async () => {
    const [team, other] = [await server.createTeam(), await server.createTeam()];
    const theirs = await createMember(server, other, "member");
    for (const userId of [theirs.userId, (await createPerson(server, "Nobody")).userId, randomUUID(), "nonsense"]) {
      const change = { cookie: team.cookie, json: { role: "viewer" } };
      expectProblem(await server.call("PUT", people(team, userId), change), 404, "not_found");
      expectProblem(await server.call("DELETE", people(team, userId), { cookie: team.cookie }), 404, "not_found");
    }
    expect((await server.call("GET", other.activities, { cookie: theirs.cookie })).status).toBe(200);
  });

  it("are asked for with a role that exists", async () => {
    const team = await server.createTeam();
    const answer = await server.call("PUT", people(team, team.userId), { cookie: team.cookie, json: { role: "king" } });
    expectProblem(answer, 422, "invalid_request", ["role"]);
  });
});

describe("the last owner", () => {
  it("can neither leave, nor be demoted, nor be removed", async () => {
    const team = await server.createTeam();
    const own = people(team, team.userId);
    expectProblem(await server.call("DELETE", own, { cookie: team.cookie }), 409, "conflict");
    const demote = { cookie: team.cookie, json: { role: "admin" } };
    expectProblem(await server.call("PUT", own, demote), 409, "conflict");
    expect((await server.call("GET", people(team), { cookie: team.cookie })).body).toMatchObject({
      items: [{ role: "owner" }],
    });
    expect(await listTold(server, team)).toEqual([]);
  });

  it("remains when all owners demote or remove each other at once", async () => {
    const team = await server.createTeam();
    const owners = await Promise.all(Array.from({ length: 4 }, () => createMember(server, team, "owner")));
    const all = [{ userId: team.userId, cookie: team.cookie }, ...owners];
    await Promise.all(
      all.map(({ cookie }, place) => {
        const next = all[(place + 1) % all.length]?.userId ?? "";
        return place % 2 === 0
          ? server.call("DELETE", people(team, next), { cookie })
          : server.call("PUT", people(team, next), { cookie, json: { role: "viewer" } });
      }),
    );
    const { body } = await server.call("GET", people(team), { key: team.key });
    expect(JSON.stringify(body)).toContain('"role":"owner"');
  });

  it("hands the team over to another member and is an admin then", async () => {
    const team = await server.createTeam();
    const bo = await createMember(server, team, "viewer");
    const path = `/api/teams/${team.slug}/transfer`;
    const { cookie } = team;
    expectProblem(await server.call("POST", path, { cookie, json: { userId: team.userId } }), 422, "invalid_request");
    const stranger = { userId: (await createPerson(server, "Nobody")).userId };
    expectProblem(await server.call("POST", path, { cookie, json: stranger }), 404, "not_found");
    expect((await server.call("POST", path, { cookie, json: { userId: bo.userId } })).status).toBe(204);
    expect((await server.call("GET", people(team), { cookie })).body).toMatchObject({
      items: [{ role: "admin" }, { role: "owner" }],
    });
    expect(await listTold(server, team)).toMatchObject([
      { eventType: "team.ownership_transferred", message: "Ada handed the team over to Bo" },
    ]);
    expectProblem(await server.call("POST", path, { cookie, json: { userId: bo.userId } }), 403, "forbidden");
    expect((await server.call("DELETE", people(team, team.userId), { cookie })).status).toBe(204);
  });
});
