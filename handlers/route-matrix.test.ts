import { beforeAll, describe, expect, it } from "vitest";
import { ALL_CALLERS, createCallers, expectedStatus, type Policy } from "./testing/callers";
import { Made, type MadeThing, tokenOf } from "./testing/made";
import { createMember } from "./testing/people";
import { listRoutes, listRoutesBelow, loadRoute } from "./testing/routes";
import { type TestCall, type TestTeam, testServer } from "./testing/test-server";

const server = testServer();
let team: TestTeam;
let made: Made;
let callers: Awaited<ReturnType<typeof createCallers>>;

beforeAll(async () => {
  team = await server.createTeam();
  callers = await createCallers(server, team);
  made = new Made(server, team, callers.owner);
});

const EVENT = { eventType: "task.created", actor: { id: "u_1" }, entity: { type: "task", id: "42" } };
const someone = async () => (await createMember(server, team, "member")).userId;
/** The parameters of a path, of a thing that is made for every call. */
const id = (make: () => Promise<MadeThing>) => async () => ({ id: (await make()).id });
const key = id(() => made.key());
const link = id(() => made.link());
const feed = id(() => made.feed());
const view = id(() => made.view());
const integration = id(() => made.integration());
const activity = id(() => made.call("POST", "/activities", EVENT));
const member = async () => ({ userId: await someone() });
const delivery = () => made.delivery();
const linkToken = async () => ({ token: tokenOf((await made.link()).url) });
const readerToken = async () => ({ token: tokenOf((await made.anyReader()).atomUrl) });
const feedSlug = async () => ({ feed: (await made.feed()).slug });
const hook = async () => ({ integration: (await made.integration()).id });

interface Row {
  policy: Policy;
  /** What whoever is let in is answered. */
  ok: number;
  /** The values of the path's parameters besides `team`, made anew for every call. */
  params?: () => Promise<Record<string, string>>;
  json?: () => Promise<unknown> | unknown;
  query?: string;
}

const row = (policy: Policy, ok: number, more: Omit<Row, "policy" | "ok"> = {}): Row => ({ policy, ok, ...more });
const T = "/api/teams/{team}";
const I = `${T}/integrations`;

const ROWS: Record<string, Row> = {
  "GET /api/health": row("anyone", 200),
  "GET /api/openapi.json": row("anyone", 200),
  // Only the self-hosted process knows that a call is from this machine.
  "GET /api/metrics": row("anyone", server.door === "node" ? 200 : 403),
  "POST /api/setup": row("anyone", 403, {
    json: () => ({
      token: "none",
      name: "Ada",
      email: "ada@example.test",
      password: "correct horse battery",
      teamName: "X",
    }),
  }),

  "GET /api/account": row("account", 200),
  "PUT /api/account": row("account", 200, { json: () => ({ name: "Renamed" }) }),
  "DELETE /api/account/connections/{provider}": row("account", 404, { params: async () => ({ provider: "github" }) }),
  "PUT /api/account/password": row("account", 422, { json: () => ({}) }),
  "GET /api/account/sessions": row("account", 200),
  "DELETE /api/account/sessions": row("account", 204),
  "DELETE /api/account/sessions/{id}": row("account", 404, { params: async () => ({ id: crypto.randomUUID() }) }),
  "POST /api/account/magic": row("anyone", 422, { json: () => ({ email: "nobody" }) }),
  "POST /api/account/reset": row("anyone", 422, { json: () => ({ email: "nobody" }) }),
  "PUT /api/account/reset": row("anyone", 404, {
    json: () => ({ token: "none", newPassword: "correct horse battery" }),
  }),

  "POST /api/teams": row("account", 201, { json: () => ({ name: `Team ${crypto.randomUUID()}` }) }),
  "POST /api/sample-team": row("account", 201),

  [`GET ${T}/activities`]: row("read", 200),
  [`POST ${T}/activities`]: row("capture", 201, { json: () => EVENT }),
  [`GET ${T}/activities/{id}`]: row("read", 200, { params: activity }),
  // It links to nothing, so nothing is fetched.
  [`GET ${T}/activities/{id}/previews`]: row("read in person", 200, {
    params: activity,
  }),
  [`GET ${T}/activities/{id}/previews/{n}/image`]: row("read in person", 404, {
    params: async () => ({ id: crypto.randomUUID(), n: "0" }),
  }),
  [`GET ${T}/activities/export`]: row("read", 200, { query: "?format=ndjson" }),
  [`HEAD ${T}/activities/export`]: row("read", 200, { query: "?format=ndjson" }),
  [`GET ${T}/activities/facets`]: row("read", 200, { query: "?field=type" }),
  [`GET ${T}/activities/stream`]: row("read", 200),
  [`POST ${T}/posts`]: row("capture in person", 201, { json: () => ({ kind: "note", text: "Lunch" }) }),
  [`GET ${T}/views`]: row("read in person", 200),
  [`POST ${T}/views`]: row("read in person", 201, { json: () => ({ name: "View", filter: "type=task.*" }) }),
  // The team's; everybody changes their own.
  [`PUT ${T}/views/{id}`]: row("admin in person", 200, { params: view, json: () => ({ name: "Renamed" }) }),
  [`DELETE ${T}/views/{id}`]: row("admin in person", 204, { params: view }),
  [`PUT ${T}/read-marks`]: row("read in person", 204, { json: () => ({ seq: 1 }) }),
  [`PUT ${T}/mutes`]: row("read in person", 204, { json: () => ({ field: "type", value: "a.b", name: "A" }) }),
  [`DELETE ${T}/mutes`]: row("read in person", 204, { query: "?field=type&value=a.b" }),
  [`GET ${T}/bookmarks`]: row("read in person", 200),
  [`PUT ${T}/bookmarks/{id}`]: row("read in person", 204, { params: activity }),
  [`DELETE ${T}/bookmarks/{id}`]: row("read in person", 204, { params: activity }),
  [`GET ${T}/pins`]: row("read", 200),
  [`PUT ${T}/pins/{id}`]: row("capture in person", 204, { params: activity }),
  [`DELETE ${T}/pins/{id}`]: row("capture in person", 204, { params: activity }),
  [`GET ${T}/people`]: row("read", 200),
  [`DELETE ${T}`]: row("admin", 403),
  [`GET ${T}/settings`]: row("read", 200),
  [`PUT ${T}/settings`]: row("admin", 200, { json: () => ({ timeZone: "Europe/Berlin" }) }),
  [`POST ${T}/transfer`]: row("owner", 404, { json: () => ({ userId: crypto.randomUUID() }) }),

  [`GET ${T}/members`]: row("people", 200),
  [`PUT ${T}/members/{userId}`]: row("admin", 200, { params: member, json: () => ({ role: "viewer" }) }),
  [`DELETE ${T}/members/{userId}`]: row("admin", 204, { params: member }),
  [`POST ${T}/members/{userId}/reset-link`]: row("admin in person", 201, { params: member }),
  [`GET ${T}/invitations`]: row("admin", 200),
  [`POST ${T}/invitations`]: row("admin", 201, { json: () => ({ role: "viewer" }) }),
  [`DELETE ${T}/invitations/{id}`]: row("admin", 204, {
    params: id(() => made.invitation()),
  }),

  [`GET ${T}/keys`]: row("member", 200),
  [`POST ${T}/keys`]: row("member", 201, { json: () => ({ name: "Key", scopes: ["read"] }) }),
  // The owner's; members change their own.
  [`DELETE ${T}/keys/{id}`]: row("admin", 204, { params: key }),
  [`POST ${T}/keys/{id}/rotate`]: row("admin", 200, { params: key, json: () => ({}) }),
  [`GET ${T}/links`]: row("member", 200),
  [`POST ${T}/links`]: row("member", 201, { json: () => ({ name: "Link" }) }),
  [`DELETE ${T}/links/{id}`]: row("admin", 204, { params: link }),
  [`GET ${T}/feeds`]: row("member", 200),
  [`POST ${T}/feeds`]: row("admin", 201, { json: () => ({ name: `Feed ${crypto.randomUUID()}`, filter: "" }) }),
  [`PUT ${T}/feeds/{id}`]: row("admin", 200, {
    params: feed,
    json: () => ({ isOn: false }),
  }),
  [`DELETE ${T}/feeds/{id}`]: row("admin", 204, { params: feed }),
  [`GET ${T}/reader-tokens`]: row("read in person", 200),
  [`POST ${T}/reader-tokens`]: row("read in person", 201, { json: () => ({}) }),
  [`DELETE ${T}/reader-tokens/{id}`]: row("read in person", 404, { params: async () => ({ id: crypto.randomUUID() }) }),

  // What the owner ended; members undo only what they did themselves.
  [`POST ${T}/keys/{id}/restore`]: row("admin", 204, { params: () => made.ended("/keys", made.key) }),
  [`POST ${T}/links/{id}/restore`]: row("admin", 204, { params: () => made.ended("/links", made.link) }),
  [`POST ${T}/feeds/{id}/restore`]: row("admin", 204, { params: () => made.ended("/feeds", made.feed) }),
  [`POST ${T}/invitations/{id}/restore`]: row("admin", 204, {
    params: () => made.ended("/invitations", made.invitation),
  }),
  [`POST ${T}/members/{userId}/restore`]: row("admin", 204, {
    params: async () => ({ userId: (await made.ended("/members", async () => ({ id: await someone() }))).id }),
  }),
  [`POST ${T}/reader-tokens/{id}/restore`]: row("read in person", 404, {
    params: async () => ({ id: crypto.randomUUID() }),
  }),
  [`POST ${I}/{id}/restore`]: row("admin", 204, { params: () => made.ended("/integrations", made.integration) }),

  [`GET ${I}`]: row("member", 200),
  [`POST ${I}`]: row("member", 201, { json: () => ({ provider: "github", name: "GitHub" }) }),
  [`GET ${I}/{id}`]: row("member", 200, { params: integration }),
  [`PUT ${I}/{id}`]: row("member", 200, { params: integration, json: () => ({ name: "Renamed" }) }),
  [`DELETE ${I}/{id}`]: row("admin", 204, { params: integration }),
  [`POST ${I}/{id}/rotate`]: row("member", 200, { params: integration, json: () => ({}) }),
  [`POST ${I}/{id}/test`]: row("member", 201, { params: integration }),
  [`POST ${I}/{id}/dry-run`]: row("member", 200, { params: integration, json: () => ({}) }),
  [`POST ${I}/{id}/reproject`]: row("member", 200, { params: integration, json: () => ({}) }),
  [`GET ${I}/{id}/deliveries`]: row("member", 200, { params: integration }),
  [`GET ${I}/{id}/deliveries/{delivery}`]: row("member", 200, { params: delivery }),
  [`POST ${I}/{id}/deliveries/{delivery}/replay`]: row("member", 200, { params: delivery }),

  "POST /api/webhooks/{integration}": row("anyone", 401, {
    params: hook,
    json: () => ({}),
  }),
  "OPTIONS /api/webhooks/{integration}": row("anyone", 204, { params: hook }),
  "GET /api/shared/{token}/activities": row("anyone", 200, {
    params: linkToken,
  }),
  "GET /api/shared/{token}/activities/stream": row("anyone", 200, {
    params: linkToken,
  }),
  "GET /api/feeds/{token}/feed.atom": row("anyone", 200, {
    params: readerToken,
  }),
  "GET /api/feeds/{token}/feed.json": row("anyone", 200, {
    params: readerToken,
  }),
  "GET /p/{team}/{feed}/feed.atom": row("anyone", 200, {
    params: feedSlug,
  }),
  "GET /p/{team}/{feed}/feed.json": row("anyone", 200, {
    params: feedSlug,
  }),

  // The last, for it makes members of them.
  "POST /api/invitations": row("account", 200, {
    json: async () => ({ token: tokenOf((await made.invitation()).url) }),
  }),
};

async function statusOf(name: string, { params, json, query = "" }: Row, credentials: TestCall): Promise<number> {
  const [method = "", route = ""] = name.split(" ");
  const values: Record<string, string> = { team: team.slug, ...(await params?.()) };
  const path = route.replace(/\{(\w+)\}/g, (_, part: string) => values[part] ?? "") + query;
  const abort = new AbortController();
  const body = json === undefined ? {} : { json: await json() };
  const response = await server.fetch(method, path, {
    ...body,
    ...credentials,
    signal: abort.signal,
  });
  if (!path.includes("/stream")) await response.text();
  abort.abort();
  return response.status;
}

describe("the route files", () => {
  it("have a row each, by method", async () => {
    const routes = [...(await listRoutes()), ...(await listRoutesBelow("p"))];
    const names: string[] = [];
    for (const route of routes)
      for (const method of (await loadRoute(route)).keys()) names.push(`${method} ${route.path}`);
    expect(Object.keys(ROWS).sort()).toEqual(names.sort());
  });
});

describe.each(Object.entries(ROWS))("%s", (name, entry) => {
  const [method = ""] = name.split(" ");
  it.each(ALL_CALLERS.map((caller) => [caller, expectedStatus(entry.policy, caller, method, entry.ok)] as const))(
    "answers %s with %i",
    async (caller, status) => {
      expect(await statusOf(name, entry, callers[caller])).toBe(status);
    },
  );
});
