import { createHmac, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listen } from "@/db/channel";
import type { Signal } from "@/db/doorbells/signal";
import { forgetDeleted } from "@/db/queries/forget-deleted";
import { auditLog, integrations, publicFeeds } from "@/db/schema";
import { expectProblem } from "./testing/expect-problem";
import { createMember, listNoted, listTold } from "./testing/people";
import { type TestCall, type TestTeam, testServer } from "./testing/test-server";

const server = testServer();
const madeSchema = z.object({ id: z.string() }).loose();
const pathOf = (team: TestTeam, things: string) => `/api/teams/${team.slug}/${things}`;

async function make(team: TestTeam, things: string, json: object, cookie = team.cookie) {
  const answer = await server.call("POST", pathOf(team, things), { cookie, json });
  expect(answer.status, answer.text).toBe(201);
  return { ...madeSchema.parse(answer.body), path: `${pathOf(team, things)}/${madeSchema.parse(answer.body).id}` };
}
const destroy = (path: string, as: TestCall) => server.call("DELETE", path, as);
const restore = (path: string, as: TestCall) => server.call("POST", `${path}/restore`, as);

/** As if everything in the team's audit log had been done `minutes` earlier. */
async function age(team: TestTeam, minutes: number): Promise<void> {
  const earlier = sql`${auditLog.at} - make_interval(mins => ${minutes}::int)`;
  await server.driver.db.update(auditLog).set({ at: earlier }).where(eq(auditLog.teamId, team.id));
}

/** Of each kind: how one is made, and a call that only works while it is there. */
const KINDS: Record<string, { json: object; use: (made: Record<string, unknown>, team: TestTeam) => Promise<number> }> =
  {
    keys: {
      json: { name: "CI", scopes: ["read"] },
      use: async ({ key }, team) => (await server.call("GET", team.activities, { key: String(key) })).status,
    },
    links: {
      json: { name: "Docs" },
      use: async ({ url }) =>
        (await server.call("GET", `${String(url).replace(/^.*\/s\//, "/api/shared/")}/activities`)).status,
    },
    "reader-tokens": {
      json: {},
      use: async ({ jsonUrl }) => (await server.call("GET", new URL(String(jsonUrl)).pathname)).status,
    },
    feeds: {
      json: { name: "Releases" },
      use: async ({ slug }, team) => (await server.call("GET", `/p/${team.slug}/${slug}/feed.json`)).status,
    },
    integrations: {
      json: { provider: "github", name: "acme/api" },
      use: async ({ id, secret }) => {
        const body = JSON.stringify({ zen: "Keep it logically awesome." });
        const signature = createHmac("sha256", String(secret)).update(body).digest("hex");
        const headers = { "x-github-event": "ping", "x-github-delivery": randomUUID() };
        const signed = { ...headers, "x-hub-signature-256": `sha256=${signature}` };
        return (await server.call("POST", `/api/webhooks/${id}`, { headers: signed, body })).status;
      },
    },
  };
const works = [200, 201];

describe.each(Object.entries(KINDS))("of %s", (things, { json, use }) => {
  it("what was destroyed works again at once as it was, within ten minutes, and doing it twice is doing it once", async () => {
    const team = await server.createTeam();
    const made = await make(team, things, json);
    expect(works).toContain(await use(made, team));
    const before = (await server.call("GET", pathOf(team, things), { cookie: team.cookie })).body;
    expect((await destroy(made.path, { cookie: team.cookie })).status).toBe(204);
    expect(works).not.toContain(await use(made, team));
    await age(team, 9);
    expect((await restore(made.path, { cookie: team.cookie })).status).toBe(204);
    expect(works).toContain(await use(made, team));
    const after = (await server.call("GET", pathOf(team, things), { cookie: team.cookie })).body;
    expect(withoutUse(after)).toEqual(withoutUse(before));
    const told = (await listTold(server, team)).length;
    expect((await restore(made.path, { cookie: team.cookie })).status).toBe(204);
    expect(await listTold(server, team)).toHaveLength(told);
  });

  it("nothing comes back later, to another team, or that was never destroyed", async () => {
    const [team, other] = [await server.createTeam(), await server.createTeam()];
    const made = await make(team, things, json);
    expectProblem(await restore(made.path, { cookie: team.cookie }), 404, "not_found");
    await destroy(made.path, { cookie: team.cookie });
    expectProblem(await restore(made.path, { cookie: other.cookie }), 404, "not_found");
    const elsewhere = made.path.replace(team.slug, other.slug);
    expectProblem(await restore(elsewhere, { cookie: other.cookie }), 404, "not_found");
    await age(team, 10);
    expectProblem(await restore(made.path, { cookie: team.cookie }), 404, "not_found");
    expect(works).not.toContain(await use(made, team));
  });
});

/** A list without when its things were used last. */
const withoutUse = (list: unknown) => JSON.stringify(list).replace(/"(lastUsedAt|lastOpenedAt|openings)":[^,}]+/g, "");

it("what an admin took away a member does not bring back, nor what they took away as an admin", async () => {
  const team = await server.createTeam();
  const bo = await createMember(server, team, "admin", "Bo");
  const json = { name: "Bo's", scopes: ["read"] };
  for (const things of ["keys", "links"]) {
    const made = await make(team, things, things === "keys" ? json : { name: "Bo's" }, bo.cookie);
    await destroy(made.path, { cookie: team.cookie });
    const role = { cookie: team.cookie, json: { role: "member" } };
    await server.call("PUT", `${pathOf(team, "members")}/${bo.userId}`, role);
    expectProblem(await restore(made.path, { cookie: bo.cookie }), 403, "forbidden");
    expect((await restore(made.path, { cookie: team.cookie })).status).toBe(204);
    await destroy(made.path, { cookie: bo.cookie });
    expect((await restore(made.path, { cookie: bo.cookie })).status).toBe(204);
    await server.call("PUT", `${pathOf(team, "members")}/${bo.userId}`, { ...role, json: { role: "admin" } });
  }
  const strong = await make(team, "keys", { name: "Strong", scopes: ["admin"] }, bo.cookie);
  await destroy(strong.path, { cookie: bo.cookie });
  await server.call("PUT", `${pathOf(team, "members")}/${bo.userId}`, {
    cookie: team.cookie,
    json: { role: "member" },
  });
  expectProblem(await restore(strong.path, { cookie: bo.cookie }), 403, "forbidden");
  expect(
    (await server.call("GET", team.activities, { key: z.object({ key: z.string() }).parse(strong).key })).status,
  ).toBe(401);
});

it("what is restored is told to the team and noted, a feed reader's only noted", async () => {
  const team = await server.createTeam();
  for (const [things, { json }] of Object.entries(KINDS)) {
    const made = await make(team, things, json);
    await destroy(made.path, { cookie: team.cookie });
    await restore(made.path, { cookie: team.cookie });
  }
  expect(
    (await listTold(server, team)).map(({ message }) => message).filter((text) => text.includes("restored")),
  ).toEqual([
    "Ada restored the integration acme/api",
    "Ada restored the public feed Releases",
    "Ada restored the link to the view Docs",
    "Ada restored the key CI",
  ]);
  const noted = (await listNoted(server, team)).map(({ action }) => action);
  expect(noted).toEqual(expect.arrayContaining(["team.key_restored", "team.reader_restored", "team.link_restored"]));
});

it("what was deleted and cannot be restored any more is forgotten, what can be is kept", async () => {
  const team = await server.createTeam();
  const { db } = server.driver;
  const [old, young] = [
    await make(team, "integrations", { provider: "github" }),
    await make(team, "feeds", { name: "F" }),
  ];
  for (const { path } of [old, young]) await destroy(path, { cookie: team.cookie });
  await db
    .update(integrations)
    .set({ deletedAt: sql`now() - interval '21 minutes'` })
    .where(eq(integrations.id, old.id));
  await forgetDeleted(db);
  expect(await db.select().from(integrations).where(eq(integrations.id, old.id))).toEqual([]);
  expect(await db.select().from(publicFeeds).where(eq(publicFeeds.id, young.id))).toHaveLength(1);
});

it("every server hears at once that a key or a link counts again", async () => {
  const team = await server.createTeam();
  const signals: Signal[] = [];
  const states: string[] = [];
  const channel = listen(
    server.driver,
    (signal) => signals.push(signal),
    ({ state }) => states.push(state),
  );
  await expect.poll(() => states).toContain("live");
  for (const things of ["keys", "links"]) {
    const made = await make(team, things, KINDS[things]?.json ?? {});
    await destroy(made.path, { cookie: team.cookie });
    const rings = () =>
      signals.filter((one) => one.topic === "access" && "teamId" in one && one.teamId === team.id).length;
    await expect.poll(rings).toBeGreaterThan(0);
    signals.length = 0;
    await restore(made.path, { cookie: team.cookie });
    await expect.poll(rings).toBe(1);
    signals.length = 0;
  }
  await channel.close();
});
