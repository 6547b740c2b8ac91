import { expect, it } from "vitest";
import { z } from "zod";
import { createMember, listNoted, listTold } from "../testing/people";
import { testServer } from "../testing/test-server";

const server = testServer();

it("tells the team of every change of an integration, and notes who made it, never the secret", async () => {
  const team = await server.createTeam();
  const bo = await createMember(server, team, "member");
  const path = `/api/teams/${team.slug}/integrations`;
  const json = { provider: "github", name: "acme/api" };
  const made = await server.call("POST", path, { cookie: bo.cookie, json });
  const { id, secret } = z.object({ id: z.string(), secret: z.string() }).parse(made.body);
  await server.call("PUT", `${path}/${id}`, { cookie: team.cookie, json: { name: "acme/web" } });
  const rotated = await server.call("POST", `${path}/${id}/rotate`, { key: team.key, json: {} });
  await server.call("DELETE", `${path}/${id}`, { cookie: team.cookie });
  expect(await listTold(server, team)).toMatchObject([
    { eventType: "team.integration_deleted", message: "Ada deleted the integration acme/web" },
    { eventType: "team.secret_rotated", message: "Tests rotated the secret of the integration acme/web" },
    { eventType: "team.integration_changed", message: "Ada changed the integration acme/web" },
    { eventType: "team.integration_added", message: "Bo added the integration acme/api" },
  ]);
  const noted = await listNoted(server, team);
  expect(noted.map(({ action, via, userId }) => ({ action, via, userId }))).toEqual([
    { action: "team.integration_added", via: "session", userId: bo.userId },
    { action: "team.integration_changed", via: "session", userId: team.userId },
    { action: "team.secret_rotated", via: "key", userId: null },
    { action: "team.integration_deleted", via: "session", userId: team.userId },
  ]);
  const newer = z.object({ secret: z.string() }).parse(rotated.body).secret;
  for (const kept of [secret, newer]) expect(JSON.stringify(noted)).not.toContain(kept);
});

it("tells nothing of a change that was refused", async () => {
  const team = await server.createTeam();
  const path = `/api/teams/${team.slug}/integrations`;
  const none = `${path}/019ab0f5-8a93-7c3e-9d51-0c2f6f1b7a10`;
  await server.call("POST", path, { cookie: team.cookie, json: { provider: "none" } });
  await server.call("PUT", none, { cookie: team.cookie, json: { name: "x" } });
  await server.call("POST", `${none}/rotate`, { cookie: team.cookie, json: {} });
  await server.call("DELETE", none, { cookie: team.cookie });
  expect(await listTold(server, team)).toEqual([]);
});
