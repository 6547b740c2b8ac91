import { expect, it } from "vitest";
import { EVENT } from "./testing/events";
import { expectProblem } from "./testing/expect-problem";
import { testServer } from "./testing/test-server";

const server = testServer({ RATE_LIMIT: 5 });

it("refuses what is over RATE_LIMIT with 429 and says when to come back, each key and user on its own", async () => {
  const team = await server.createTeam();
  const other = await server.createKey(team, ["read"]);
  for (let call = 0; call < 5; call += 1) {
    expect((await server.call("POST", team.activities, { key: team.key, json: EVENT })).status).toBe(201);
  }
  for (const path of [team.activities, `${team.activities}/stream`, `/api/teams/${team.slug}/keys`]) {
    const answer = await server.call("GET", path, { key: team.key });
    expectProblem(answer, 429, "too_many_requests");
    const wait = Number(answer.headers.get("retry-after"));
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(60);
  }
  expect((await server.call("GET", team.activities, { key: other })).status).toBe(200);
  for (let call = 0; call < 5; call += 1) {
    expect((await server.call("GET", team.activities, { cookie: team.cookie })).status).toBe(200);
  }
  expectProblem(await server.call("GET", team.activities, { cookie: team.cookie }), 429, "too_many_requests");
  const sample = await server.call("POST", "/api/sample-team", { cookie: team.cookie });
  expectProblem(sample, 429, "too_many_requests");
  const stored = await server.call("GET", `${team.activities}?limit=200`, { key: other });
  expect(stored.text.match(/"seq":/g)).toHaveLength(5);
});
