import { describe, expect, it } from "vitest";
import { CALLERS, createCallers } from "../../testing/callers";
import { EVENT } from "../../testing/events";
import { expectProblem } from "../../testing/expect-problem";
import { createMember, listNoted } from "../../testing/people";
import { openExport } from "../../testing/read-export";
import { testServer } from "../../testing/test-server";

const server = testServer();

describe("who may export", () => {
  it("is everybody who may read the feed", async () => {
    const team = await server.createTeam();
    const callers = await createCallers(server, team);
    const statuses: Record<string, number> = {};
    for (const kind of CALLERS) {
      const { status } = await server.call("GET", `${team.activities}/export?format=csv`, callers[kind]);
      statuses[kind] = status;
    }
    expect(statuses).toEqual({
      anonymous: 401,
      "other team": 404,
      viewer: 200,
      member: 200,
      admin: 200,
      owner: 200,
      key: 200,
      "admin key": 200,
    });
    const capture = await server.createKey(team, ["capture"]);
    expect((await server.call("GET", `${team.activities}/export?format=csv`, { key: capture })).status).toBe(403);
    const foreign = (await server.createTeam()).key;
    expect((await server.call("HEAD", `${team.activities}/export?format=csv`, { key: foreign })).status).toBe(401);
  });

  it("sends two at once to one caller and four to a team, and says when to come back", async () => {
    const team = await server.createTeam();
    const path = `${team.activities}/export?format=ndjson`;
    const [one, two, three] = [
      await createMember(server, team, "viewer"),
      await createMember(server, team, "viewer"),
      await createMember(server, team, "viewer"),
    ];
    const open = ({ cookie }: { cookie: string }) => openExport(server, team, "format=ndjson", { cookie });
    const sent = [await open(one), await open(one)];
    const refused = await server.call("GET", path, { cookie: one.cookie });
    expectProblem(refused, 429, "too_many_requests");
    expect(refused.headers.get("retry-after")).toBe("5");
    // Asking how many there are is no export.
    expect((await server.call("HEAD", path, { cookie: one.cookie })).status).toBe(200);
    sent.push(await open(two), await open(two));
    expect((await server.call("GET", path, { cookie: three.cookie })).status).toBe(429);
    const elsewhere = await server.createTeam();
    expect((await server.call("GET", `${elsewhere.activities}/export?format=csv`, elsewhere)).status).toBe(200);
    await sent.pop()?.cancel();
    expect((await server.call("GET", path, { cookie: three.cookie })).status).toBe(200);
    for (const each of sent) await each.cancel();
    expect((await server.call("GET", path, { cookie: one.cookie })).status).toBe(200);
  });
});

describe("an export", () => {
  it("names every parameter that it cannot use", async () => {
    const team = await server.createTeam();
    const answer = await server.call("GET", `${team.activities}/export?format=xlsx&group=x`, { key: team.key });
    expectProblem(answer, 422, "invalid_request", ["format", "group"]);
  });

  it("says what it is in its headers, as HEAD does", async () => {
    const team = await server.createTeam();
    await server.call("POST", team.activities, { key: team.key, json: [EVENT, { ...EVENT, eventType: "a.b" }] });
    const day = new Date().toISOString().slice(0, 10);
    for (const method of ["HEAD", "GET"]) {
      const path = `${team.activities}/export?format=csv&type=task.*`;
      const { status, headers, text } = await server.call(method, path, { key: team.key });
      expect(status).toBe(200);
      expect(Object.fromEntries(headers)).toMatchObject({
        "content-type": "text/csv; charset=utf-8; header=present",
        "content-disposition": `attachment; filename="${team.slug}-activities-${day}.csv"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "x-total-count": "1",
        "x-as-of": expect.stringMatching(/^[a-z0-9]+\.2$/),
      });
      expect(text === "").toBe(method === "HEAD");
    }
  });

  it("is noted with who took what before it leaves; asking how many there are is not", async () => {
    const team = await server.createTeam();
    await server.call("POST", team.activities, { key: team.key, json: EVENT });
    const path = `${team.activities}/export?format=ndjson&type=task.*`;
    await server.call("HEAD", path, { cookie: team.cookie });
    expect(await listNoted(server, team)).toEqual([]);
    await server.call("GET", path, { cookie: team.cookie, headers: { "user-agent": "Tests" } });
    await server.call("GET", path, { key: team.key });
    const [byOwner, byKey] = await listNoted(server, team);
    expect(byOwner).toMatchObject({
      action: "team.activities_exported",
      via: "session",
      userId: team.userId,
      userAgent: "Tests",
      activityId: null,
      detail: { format: "ndjson", filter: "type=task.*", count: 1, isCountExact: true },
    });
    expect(byKey).toMatchObject({ via: "key", userId: null });
  });
});
