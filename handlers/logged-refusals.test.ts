import { afterEach, expect, it, vi } from "vitest";
import { log } from "@/log";
import { EVENT } from "./testing/events";
import { createMember } from "./testing/people";
import { testServer } from "./testing/test-server";

const server = testServer();
afterEach(() => {
  vi.restoreAllMocks();
});

it("tells the log of every call that was refused for who calls, without key, cookie or token", async () => {
  const team = await server.createTeam();
  const viewer = await createMember(server, team, "viewer");
  const warnings = vi.spyOn(log, "warn");
  const key = `las_${"a".repeat(32)}`;
  const keys = `/api/teams/${team.slug}/keys`;
  await server.call("POST", team.activities, { key, json: EVENT });
  await server.call("POST", keys, { cookie: viewer.cookie, json: { name: "K", scopes: ["read"] } });
  await server.call("DELETE", `${keys}/x`, { cookie: team.cookie, headers: { origin: "https://evil.example" } });
  await server.call("GET", `/api/shared/${"t".repeat(43)}/activities`);
  await server.call("GET", team.activities, { key: team.key });
  const ip = server.door === "node" ? expect.any(String) : null;
  expect(warnings.mock.calls).toEqual([
    [{ code: "unauthenticated", method: "POST", path: team.activities, ip }, "a call was refused"],
    [expect.objectContaining({ code: "forbidden", method: "POST", path: keys }), "a call was refused"],
    [expect.objectContaining({ code: "forbidden", method: "DELETE", path: `${keys}/x` }), "a call was refused"],
  ]);
  for (const secret of [key, viewer.cookie, team.cookie, "ttttt"]) {
    expect(JSON.stringify(warnings.mock.calls)).not.toContain(secret);
  }
});
