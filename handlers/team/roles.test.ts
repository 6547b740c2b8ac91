import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/db/queries/teams/list-memberships";
import { CALLERS, type CallerKind, createCallers } from "../testing/callers";
import { createMember } from "../testing/people";
import { type TestCall, type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
let team: TestTeam;
let callers: Awaited<ReturnType<typeof createCallers>>;

beforeAll(async () => {
  team = await server.createTeam();
  callers = await createCallers(server, team);
});

interface Row {
  name: string;
  method: string;
  /** The path below the team, for each call anew. */
  path: () => Promise<string> | string;
  json?: () => Promise<unknown> | unknown;
  /** The statuses for every caller, in the order of {@link CALLERS}. */
  statuses: readonly number[];
}

const someone = async (role: Role = "member") => (await createMember(server, team, role)).userId;
const invite = async () => {
  const { body } = await server.call("POST", `/api/teams/${team.slug}/invitations`, {
    cookie: team.cookie,
    json: { role: "viewer" },
  });
  return typeof body === "object" && body !== null && "id" in body ? String(body.id) : "";
};

// anonymous, other team, viewer, member, admin, owner, key, admin key
const ROWS: Row[] = [
  { name: "lists members", method: "GET", path: () => "/members", statuses: [401, 404, 200, 200, 200, 200, 403, 200] },
  {
    name: "gives a member another role",
    method: "PUT",
    path: async () => `/members/${await someone()}`,
    json: () => ({ role: "viewer" }),
    statuses: [401, 404, 403, 403, 200, 200, 403, 200],
  },
  {
    name: "makes an owner",
    method: "PUT",
    path: async () => `/members/${await someone()}`,
    json: () => ({ role: "owner" }),
    statuses: [401, 404, 403, 403, 403, 200, 403, 403],
  },
  {
    name: "unmakes an owner",
    method: "PUT",
    path: async () => `/members/${await someone("owner")}`,
    json: () => ({ role: "member" }),
    statuses: [401, 404, 403, 403, 403, 200, 403, 403],
  },
  {
    name: "removes an admin",
    method: "DELETE",
    path: async () => `/members/${await someone("admin")}`,
    statuses: [401, 404, 403, 403, 204, 204, 403, 204],
  },
  {
    name: "removes an owner",
    method: "DELETE",
    path: async () => `/members/${await someone("owner")}`,
    statuses: [401, 404, 403, 403, 403, 204, 403, 403],
  },
  {
    name: "asks to remove who is not in the team",
    method: "DELETE",
    path: () => `/members/${randomUUID()}`,
    statuses: [401, 404, 403, 403, 404, 404, 403, 404],
  },
  {
    name: "lists invitations",
    method: "GET",
    path: () => "/invitations",
    statuses: [401, 404, 403, 403, 200, 200, 403, 200],
  },
  {
    name: "invites a viewer",
    method: "POST",
    path: () => "/invitations",
    json: () => ({ role: "viewer" }),
    statuses: [401, 404, 403, 403, 201, 201, 403, 201],
  },
  {
    name: "invites an owner",
    method: "POST",
    path: () => "/invitations",
    json: () => ({ role: "owner" }),
    statuses: [401, 404, 403, 403, 403, 201, 403, 403],
  },
  {
    name: "revokes an invitation",
    method: "DELETE",
    path: async () => `/invitations/${await invite()}`,
    statuses: [401, 404, 403, 403, 204, 204, 403, 204],
  },
  {
    name: "reads the settings",
    method: "GET",
    path: () => "/settings",
    statuses: [401, 404, 200, 200, 200, 200, 200, 200],
  },
  {
    name: "changes the settings",
    method: "PUT",
    path: () => "/settings",
    json: () => ({ timeZone: "Europe/Berlin" }),
    statuses: [401, 404, 403, 403, 200, 200, 403, 200],
  },
];

describe.each(ROWS)("who $name", ({ method, path, json, statuses }) => {
  it.each(CALLERS.map((caller, place) => [caller, statuses[place] ?? 0] as const))("%s: %i", async (caller, status) => {
    expect(await statusOf(caller, method, path, json)).toBe(status);
  });
});

describe("who hands the team over", () => {
  it.each(CALLERS.filter((caller) => caller !== "owner"))("not %s", async (caller) => {
    const status = { anonymous: 401, "other team": 404 }[caller as string] ?? 403;
    const json = async () => ({ userId: await someone() });
    expect(await statusOf(caller, "POST", () => "/transfer", json)).toBe(status);
  });
});

async function statusOf(caller: CallerKind, method: string, path: Row["path"], json?: Row["json"]): Promise<number> {
  const call: TestCall = { ...callers[caller] };
  if (json !== undefined) call.json = await json();
  return (await server.call(method, `/api/teams/${team.slug}${await path()}`, call)).status;
}
