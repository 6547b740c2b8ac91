import { createHmac, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { activityPageSchema } from "@/activity/activity";
import { deliveryPageSchema } from "@/activity/delivery";
import { GENERIC_PRESETS } from "@/activity/generic/presets";
import { expectProblem } from "../testing/expect-problem";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const CONFIG = {
  label: "Backups",
  source: "backups",
  signature: { scheme: "hmac", header: "X-Signature", prefix: "sha256=" },
  deliveryId: { path: "run.id" },
  event: {
    eventType: "backup.{run.state}",
    actor: { name: "{by}" },
    entity: { type: "database", id: "{run.database}" },
    message: "{$actor} copied {$entity}[ in {run.minutes} minutes]",
    isImportant: [{ path: "run.state", equals: ["failed"] }],
  },
};
const BODY = JSON.stringify({ by: "Ada", run: { id: 7, state: "failed", database: "orders", minutes: 4 } });
const sign = (body: string, secret: string) => `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

const madeSchema = z.looseObject({ id: z.uuid(), url: z.url(), secret: z.string() });

interface Hook {
  team: TestTeam;
  /** Of the integration, in the API. */
  path: string;
  address: string;
  secret: string;
}

const create = (team: TestTeam, json: object) =>
  server.call("POST", `/api/teams/${team.slug}/integrations`, {
    cookie: team.cookie,
    json: { provider: "generic", ...json },
  });

async function createHook(json: object, team?: TestTeam): Promise<Hook> {
  const owner = team ?? (await server.createTeam());
  const made = await create(owner, json);
  expect(made.status, made.text).toBe(201);
  const { id, url, secret } = madeSchema.parse(made.body);
  return { team: owner, path: `/api/teams/${owner.slug}/integrations/${id}`, address: new URL(url).pathname, secret };
}

const post = ({ address }: Hook, body: string, headers: Record<string, string>) =>
  server.call("POST", address, { body, headers: { "content-type": "application/json", ...headers } });
const change = ({ team, path }: Hook, json: object) => server.call("PUT", path, { cookie: team.cookie, json });

async function listAll({ team }: Hook, query = "?source=-team") {
  const answer = await server.call("GET", `${team.activities}${query}`, { key: team.key });
  return activityPageSchema.parse(answer.body).items;
}

describe("a delivery of a team's own source", () => {
  it("is checked and told as its settings say", async () => {
    const hook = await createHook({ config: CONFIG });
    expect((await post(hook, BODY, { "x-signature": sign(BODY, hook.secret) })).status).toBe(201);
    expect((await post(hook, `${BODY} `, { "x-signature": sign(`${BODY} `, hook.secret) })).status).toBe(200);
    expect(await listAll(hook, "?source=backups&type=integration.backup.*&important=1")).toMatchObject([
      {
        message: "Ada copied orders in 4 minutes",
        eventType: "integration.backup.failed",
        group: "integration",
        actorName: "Ada",
        entityType: "database",
        entityKey: "orders",
        source: "backups",
        isImportant: true,
      },
    ]);
    for (const signature of ["", "sha256=", sign(BODY, "wrong"), sign(BODY, hook.secret).replace("sha256=", "")])
      expectProblem(await post(hook, BODY, { "x-signature": signature }), 401, "invalid_signature");
    expect(await listAll(hook)).toHaveLength(1);
  });

  it("is told by other words from the moment they are changed", async () => {
    const hook = await createHook({ config: CONFIG, name: "Ours" });
    const deliver = (id: number) => {
      const body = JSON.stringify({ by: "Ada", run: { id, database: "orders" } });
      return post(hook, body, { "x-signature": sign(body, hook.secret) });
    };
    await deliver(1);
    const config = { ...CONFIG, event: { ...CONFIG.event, message: "{$actor} saved {$entity}" } };
    const changed = await change(hook, { config });
    expect(changed).toMatchObject({ status: 200, body: { name: "Ours", config, label: "Backups" } });
    await deliver(2);
    expect((await listAll(hook)).map(({ message }) => message)).toEqual(["Ada saved orders", "Ada copied orders"]);
    expect(await change(hook, { name: "Theirs" })).toMatchObject({ status: 200, body: { name: "Theirs", config } });
    const signature = { scheme: "token", header: "X-Token" };
    await change(hook, { config: { ...config, signature } });
    expectProblem(await deliver(3), 401, "invalid_signature");
    expect((await post(hook, BODY, { "x-token": hook.secret })).status).toBe(201);
  });

  it("has a token in Authorization where nothing is set", async () => {
    const hook = await createHook({});
    const authorization = `Bearer ${hook.secret}`;
    expect((await post(hook, '{"text":"Backup done"}', { authorization })).status).toBe(201);
    expectProblem(await post(hook, "{}", { authorization: "Bearer x" }), 401, "invalid_signature");
    expectProblem(await post(hook, "{}", {}), 401, "invalid_signature");
    expectProblem(await post(hook, "{", { authorization }), 400, "malformed_json");
    expect((await listAll(hook)).map(({ message }) => message)).toEqual(["Webhook sent an event: Backup done"]);
  });

  it("that holds the secret keeps it to itself, in the feed and in the log", async () => {
    const hook = await createHook({ preset: "figma", secret: "open-sesame" });
    const body = JSON.stringify({
      passcode: "open-sesame",
      event_type: "FILE_COMMENT",
      file_key: "k",
      file_name: "Home page",
      triggered_by: { id: "1", handle: "Mason" },
    });
    expect((await post(hook, body, {})).status).toBe(201);
    const [told] = await listAll(hook, "?source=figma");
    expect(told?.message).toBe("Mason commented on Home page");
    const wrong = body.replace("open-sesame", "open-barley");
    expectProblem(await post(hook, wrong, {}), 401, "invalid_signature");
    expectProblem(await post(hook, "{}", {}), 401, "invalid_signature");
    const log = await server.call("GET", `${hook.path}/deliveries`, { cookie: hook.team.cookie });
    const { items } = deliveryPageSchema.parse(log.body);
    expect(items.map(({ diagnosis }) => diagnosis)).toEqual([
      { code: "missing_field", field: "passcode" },
      { code: "wrong_signature", header: "passcode" },
      null,
    ]);
    for (const { id } of items) {
      const kept = await server.call("GET", `${hook.path}/deliveries/${id}`, { cookie: hook.team.cookie });
      expect(kept.text).not.toMatch(/open-(sesame|barley)/);
    }
  });
});

describe("settings", () => {
  it("come back as they were sent, in the list and by themselves, without the secret", async () => {
    const hook = await createHook({ config: CONFIG, secret: "theirs-and-ours" });
    const { cookie, slug } = hook.team;
    const list = await server.call("GET", `/api/teams/${slug}/integrations`, { cookie });
    expect(list.body).toMatchObject({ items: [{ provider: "generic", name: "Backups", config: CONFIG }] });
    const one = await server.call("GET", hook.path, { cookie });
    expect(one.body).toMatchObject({
      config: CONFIG,
      label: "Backups",
      setup: { hint: expect.stringContaining("X-Signature") },
    });
    for (const { text } of [list, one]) expect(text).not.toContain("theirs-and-ours");
  });

  it("are made from any preset", async () => {
    const team = await server.createTeam();
    for (const { key, label, docsUrl, config } of GENERIC_PRESETS) {
      const made = await create(team, { preset: key });
      expect(made).toMatchObject({ status: 201, body: { label, name: label, config, setup: { docsUrl } } });
    }
  });

  it.each([
    [{ ...CONFIG, event: { message: "{a" } }, "config.event.message"],
    [{ ...CONFIG, event: { actor: { name: "{__proto__.x}" } } }, "config.event.actor.name"],
    [{ ...CONFIG, event: { messages: { "a.b": "[" } } }, "config.event.messages.a.b"],
    [{ ...CONFIG, event: { isImportant: [{ path: "a..b", equals: ["x"] }] } }, "config.event.isImportant.0.path"],
    [{ ...CONFIG, event: { colour: "x" } }, "config.event.colour"],
    [{ ...CONFIG, signature: { scheme: "hmac" } }, "config.signature.header"],
    [{ ...CONFIG, signature: { ...CONFIG.signature, signed: "{x}" } }, "config.signature.signed"],
    [{ ...CONFIG, deliveryId: { path: "a[" } }, "config.deliveryId.path"],
    [null, "config"],
    [{}, "config.signature"],
  ])("that cannot be used are refused when they are saved: %j", async (config, path) => {
    const hook = await createHook({});
    expectProblem(await create(hook.team, { config }), 422, "invalid_request", [path]);
    expectProblem(await change(hook, { config }), 422, "invalid_request", [path]);
    const one = await server.call("GET", hook.path, { cookie: hook.team.cookie });
    expect(one.body).toMatchObject({ config: { signature: { scheme: "token" } } });
  });

  it("are for the generic provider alone, and not beside a preset", async () => {
    const team = await server.createTeam();
    expectProblem(await create(team, { provider: "github", config: CONFIG }), 422, "invalid_request", ["config"]);
    expectProblem(await create(team, { provider: "github", config: { bad: 1 } }), 422, "invalid_request", ["config"]);
    expectProblem(await create(team, { provider: "github", preset: "grafana" }), 422, "invalid_request", ["preset"]);
    expectProblem(await create(team, { preset: "grafana", config: CONFIG }), 422, "invalid_request", ["preset"]);
    expectProblem(await create(team, { preset: "none" }), 422, "invalid_request", ["preset"]);
    const github = await createHook({ provider: "github" }, team);
    expectProblem(await change(github, { config: CONFIG }), 422, "invalid_request", ["config"]);
    expect(await change(github, { name: "Ours" })).toMatchObject({ status: 200, body: { name: "Ours", config: null } });
    for (const nothing of [{}, { provider: "generic" }, { secret: "x" }])
      expectProblem(await change(github, nothing), 422, "invalid_request");
    expectProblem(await change(github, { name: "" }), 422, "invalid_request", ["name"]);
  });

  it("are seen and changed by members, and keys with admin, of the team alone", async () => {
    const [hook, other] = [await createHook({ config: CONFIG }), await createHook({})];
    const own = hook.path.replace(hook.team.slug, other.team.slug);
    for (const path of [hook.path, own])
      for (const method of ["GET", "PUT"]) {
        const call = { cookie: other.team.cookie, ...(method === "PUT" ? { json: { name: "Mine" } } : {}) };
        expectProblem(await server.call(method, path, call), 404, "not_found");
      }
    for (const id of [randomUUID(), "none"])
      expectProblem(
        await change({ ...hook, path: hook.path.replace(/[^/]+$/, id) }, { name: "Mine" }),
        404,
        "not_found",
      );
    const reader = await server.createKey(hook.team, ["read", "capture"]);
    expectProblem(await server.call("PUT", hook.path, { key: reader, json: { name: "Mine" } }), 403, "forbidden");
    expectProblem(await server.call("GET", hook.path, { key: reader }), 403, "forbidden");
    expectProblem(await server.call("PUT", hook.path, { json: { name: "Mine" } }), 401, "unauthenticated");
    expect((await server.call("PUT", hook.path, { key: hook.team.key, json: { name: "Ours" } })).status).toBe(200);
    const one = await server.call("GET", hook.path, { cookie: hook.team.cookie });
    expect(one.body).toMatchObject({ name: "Ours", config: CONFIG });
  });
});
