import { describe, expect, it } from "vitest";
import { z } from "zod";
import { EVENT } from "./testing/events";
import { expectProblem } from "./testing/expect-problem";
import { testServer } from "./testing/test-server";

const server = testServer();

describe("who may call", () => {
  it("is nobody without a key, with a wrong one or with something else", async () => {
    const team = await server.createTeam();
    const wrong = `${team.key.slice(0, -1)}${team.key.endsWith("a") ? "b" : "a"}`;
    const values = [
      "",
      "Bearer",
      "Bearer ",
      `Basic ${team.key}`,
      team.key,
      `Bearer ${wrong}`,
      `Bearer ${team.key}x`,
      `Bearer ${team.key} x`,
      "Bearer las_",
      `Bearer ${"x".repeat(10_000)}`,
      "Bearer ' or 1=1 --",
    ];
    for (const headers of [{}, ...values.map((authorization) => ({ authorization }))]) {
      for (const [method, path] of [
        ["POST", team.activities],
        ["GET", team.activities],
        ["GET", `${team.activities}/stream`],
      ] as const) {
        const answer = await server.call(method, path, { headers, ...(method === "POST" ? { json: EVENT } : {}) });
        expectProblem(answer, 401, "unauthenticated");
        expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer /);
      }
    }
  });

  it("is no key of another team, nor of a team that does not exist", async () => {
    const [team, other] = [await server.createTeam(), await server.createTeam()];
    for (const path of [
      other.activities,
      "/api/teams/no-such-team/activities",
      "/api/teams/%00/activities",
      `/api/teams/${"x".repeat(5_000)}/activities`,
      "/api/teams/..%2F..%2Fetc/activities",
      "/api/teams/%F0%9F%91%A9/activities",
    ]) {
      expectProblem(await server.call("POST", path, { key: team.key, json: EVENT }), 401, "unauthenticated");
      expectProblem(await server.call("GET", path, { key: team.key }), 401, "unauthenticated");
      if (path !== team.activities)
        expectProblem(await server.call("GET", path, { cookie: team.cookie }), 404, "not_found");
    }
  });

  it("is a key with the scope, and admin has all", async () => {
    const team = await server.createTeam();
    const [capture, read, admin] = [
      await server.createKey(team, ["capture"]),
      await server.createKey(team, ["read"]),
      await server.createKey(team, ["admin"]),
    ];
    expectProblem(await server.call("POST", team.activities, { key: read, json: EVENT }), 403, "forbidden");
    for (const path of [team.activities, `${team.activities}/1`, `${team.activities}/stream`]) {
      expectProblem(await server.call("GET", path, { key: capture }), 403, "forbidden");
    }
    for (const path of ["keys", "integrations"]) {
      expectProblem(await server.call("GET", `/api/teams/${team.slug}/${path}`, { key: read }), 403, "forbidden");
    }
    expect((await server.call("POST", team.activities, { key: capture, json: EVENT })).status).toBe(201);
    expect((await server.call("GET", team.activities, { key: read })).status).toBe(200);
    expect((await server.call("POST", team.activities, { key: admin, json: EVENT })).status).toBe(201);
    expect((await server.call("GET", team.activities, { key: admin })).status).toBe(200);
  });

  it("is no key that was revoked", async () => {
    const team = await server.createTeam();
    const keys = `/api/teams/${team.slug}/keys`;
    const made = await server.call("POST", keys, { key: team.key, json: { name: "Short", scopes: ["capture"] } });
    const { id, key } = z.object({ id: z.uuid(), key: z.string() }).parse(made.body);
    expect((await server.call("POST", team.activities, { key, json: EVENT })).status).toBe(201);
    expect((await server.call("DELETE", `${keys}/${id}`, { key: team.key })).status).toBe(204);
    expectProblem(await server.call("POST", team.activities, { key, json: EVENT }), 401, "unauthenticated");
    expectProblem(await server.call("DELETE", `${keys}/${id}`, { key: team.key }), 404, "not_found");
  });

  it("is a member's session, from our own pages only", async () => {
    const team = await server.createTeam();
    const { cookie } = team;
    expect((await server.call("POST", team.activities, { cookie, json: EVENT })).status).toBe(201);
    for (const origin of ["https://evil.example", "null", "http://localhost:3001", "nonsense"]) {
      expectProblem(
        await server.call("POST", team.activities, { cookie, json: EVENT, headers: { origin } }),
        403,
        "forbidden",
      );
    }
    const garbled = `${cookie.slice(0, -20)}${cookie.at(-20) === "x" ? "y" : "x"}${cookie.slice(-19)}`;
    expectProblem(await server.call("GET", team.activities, { cookie: garbled }), 401, "unauthenticated");
  });
});

it("an activity that is not there, or another team's, is 404", async () => {
  const [team, other] = [await server.createTeam(), await server.createTeam()];
  const answer = await server.call("POST", other.activities, { key: other.key, json: EVENT });
  const { id } = z.object({ id: z.uuid() }).parse(answer.body);
  for (const wrong of [
    id,
    "1",
    "%00",
    "01a209e8-5ac4-7154-8256-49d72f6c347a",
    "..",
    "%27%20or%201=1",
    "x".repeat(9_000),
    "%F0%9F%91%A9",
  ]) {
    expectProblem(
      await server.call("GET", `${team.activities}/${wrong.replace("..", "%2E%2E%2F")}`, { key: team.key }),
      404,
      "not_found",
    );
  }
  expect((await server.call("GET", `${other.activities}/${id.toUpperCase()}`, { key: other.key })).status).toBe(200);
});
