import { createHmac } from "node:crypto";
import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { FILTER_FIELDS } from "@/activity/filter";
import { getSetupUrl } from "@/auth/setup";
import { checkAccount } from "../testing/check-account";
import { checkCloudevents } from "../testing/check-cloudevents";
import { checkExport } from "../testing/check-export";
import { checkFeeds } from "../testing/check-feeds";
import { checkIntegration } from "../testing/check-integration";
import { checkKeys } from "../testing/check-keys";
import { checkLinks } from "../testing/check-links";
import { checkMarks } from "../testing/check-marks";
import { checkPeople, checkPosts, checkSetup } from "../testing/check-people";
import { checkPreviews } from "../testing/check-previews";
import { checkViews } from "../testing/check-views";
import { Contract, documentSchema } from "../testing/contract";
import { EVENT, FULL_EVENT } from "../testing/events";
import { listRoutes, loadRoute } from "../testing/routes";
import { type TestCall, testServer } from "../testing/test-server";

const METRICS_TOKEN = "a token of tests only";
const server = testServer({ METRICS_TOKEN });
let contract: Contract;
let setupUrl: string | null = null;

beforeAll(async () => {
  setupUrl = await getSetupUrl(server.driver.db, "http://localhost:3000");
  contract = new Contract(documentSchema.parse((await server.call("GET", "/api/openapi.json")).body));
});

const operations = () =>
  Object.entries(contract.document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, name: `${method.toUpperCase()} ${path}`, operation })),
  );

it("says what the set-up answers while nobody has an account, and afterwards", async () => {
  const json = { name: "A", email: "a@b.example", password: "long enough a password", teamName: "T" };
  const token = setupUrl === null ? "" : (new URL(setupUrl).searchParams.get("token") ?? "");
  for (const status of setupUrl === null ? [403] : [201, 409]) {
    const answer = await server.call("POST", "/api/setup", { json: { ...json, token } });
    expect(answer.status).toBe(status);
    expect(contract.answerFault("POST /api/setup", answer)).toBeNull();
  }
});

describe("the document", () => {
  it("is valid OpenAPI 3.1, public and cacheable", async () => {
    const answer = await server.call("GET", "/api/openapi.json");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
    const validator = new Validator();
    expect(await validator.validate(z.record(z.string(), z.unknown()).parse(answer.body))).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
    expect(answer.body).toMatchObject({ openapi: "3.1.0", servers: [{ url: "/" }] });
  });

  it("has every route file's every method, and nothing else", async () => {
    const real = [];
    for (const route of await listRoutes()) {
      for (const method of (await loadRoute(route)).keys()) real.push(`${method} ${route.path}`);
    }
    expect(
      operations()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(real.sort());
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("names the parameters of every path, and every parameter of the filter", () => {
    for (const { path, operation } of operations()) {
      const named = (operation.parameters ?? []).filter((one) => one.in === "path").map((one) => `{${one.name}}`);
      expect(named, path).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
    for (const path of ["", "/stream", "/export"].map((part) => `/api/teams/{team}/activities${part}`)) {
      const names = contract.document.paths[path]?.get?.parameters?.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([...FILTER_FIELDS]));
    }
  });

  it("has examples that its own schemas accept", () => {
    let count = 0;
    for (const { name, operation } of operations()) {
      const bodies = [operation.requestBody, ...Object.values(operation.responses)];
      for (const media of bodies.flatMap((body) => Object.values(body?.content ?? {}))) {
        const many = z
          .record(z.string(), z.object({ value: z.unknown() }))
          .optional()
          .parse(media.examples);
        const single = media.example === undefined ? [] : [media.example];
        for (const example of [...single, ...Object.values(many ?? {}).map(({ value }) => value)]) {
          expect(contract.fault(media.schema, example), name).toBeNull();
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(20);
  });

  it("is strict: an unknown and a missing field of an activity are faults", async () => {
    const team = await server.createTeam();
    const { body } = await server.call("POST", team.activities, { key: team.key, json: EVENT });
    const activity = z.record(z.string(), z.unknown()).parse(body);
    const schema = contract.document.components.schemas.Activity;
    expect(contract.fault(schema, activity)).toBeNull();
    expect(contract.fault(schema, { ...activity, more: 1 })).not.toBeNull();
    for (const field of Object.keys(activity)) {
      const { [field]: _, ...less } = activity;
      expect(contract.fault(schema, less), field).toContain(field);
    }
  });

  it("takes the events that the API takes, and refuses what it refuses", () => {
    const schema = contract.document.components.schemas.Event;
    for (const good of [EVENT, FULL_EVENT, { ...EVENT, metadata: null }])
      expect(contract.fault(schema, good)).toBeNull();
    const bad = [
      {},
      { ...EVENT, typo: 1 },
      { ...EVENT, actor: { id: "" } },
      { ...EVENT, timestamp: "2026-02-30T00:00:00Z" },
    ];
    for (const event of bad) expect(contract.fault(schema, event)).not.toBeNull();
  });
});

describe("real answers", () => {
  it("are as the document says, problems too", async () => {
    const team = await server.createTeam();
    const stranger = await server.createTeam();
    const reader = await server.createKey(team, ["read"]);
    const { key, cookie } = team;
    const base = `/api/teams/${team.slug}`;
    const seen = new Set<string>();
    const check = async (name: string, status: number, path: string, call: TestCall = {}) => {
      const answer = await server.call(name.split(" ")[0] ?? "", path, call);
      expect({ name, status: answer.status, text: answer.text }).toMatchObject({ status });
      expect(contract.answerFault(name, answer), `${name} ${status} ${answer.text}`).toBeNull();
      seen.add(`${name} ${status}`);
      return answer;
    };
    const id = (answer: { body: unknown }) => z.object({ id: z.uuid() }).loose().parse(answer.body).id;
    const activities = "/api/teams/{team}/activities";
    const capture = `POST ${activities}`;
    const keyed = { key, json: FULL_EVENT, headers: { "idempotency-key": "contract" } };
    const activity = id(await check(capture, 201, team.activities, keyed));
    expect((await check(capture, 201, team.activities, keyed)).headers.get("idempotency-replayed")).toBe("true");
    await check(capture, 201, team.activities, { key, json: [EVENT, { ...EVENT, metadata: [null] }, {}, 1] });
    await check(capture, 201, team.activities, {
      key,
      headers: { "content-type": "application/x-ndjson" },
      body: `${JSON.stringify(EVENT)}\n{`,
    });
    await check(capture, 422, team.activities, { key, json: [{}] });
    await check(capture, 422, team.activities, { key, json: {} });
    await check(capture, 422, team.activities, { ...keyed, json: EVENT });
    await check(capture, 400, team.activities, { key, headers: { "content-type": "application/json" }, body: "{" });
    await check(capture, 401, team.activities, { json: EVENT });
    await check(capture, 403, team.activities, { key: reader, json: EVENT });
    await check(capture, 404, team.activities, { cookie: stranger.cookie, json: EVENT });
    await check(capture, 413, team.activities, { key, json: "x".repeat(1_048_577) });
    await check(capture, 415, team.activities, { key, headers: { "content-type": "text/plain" }, body: "x" });
    await checkCloudevents(check, team);
    const busy = { key, json: EVENT, headers: { "idempotency-key": "busy" } };
    const ten = await Promise.all(Array.from({ length: 10 }, () => server.call("POST", team.activities, busy)));
    expect([...new Set(ten.map(({ status }) => status))].sort()).toEqual([201, 409]);
    for (const answer of ten) expect(contract.answerFault(capture, answer)).toBeNull();

    const page = await check(`GET ${activities}`, 200, `${team.activities}?limit=2`, { key });
    expect(page.headers.get("link")).toContain('rel="next"');
    const held = { "if-none-match": page.headers.get("etag") ?? "" };
    await check(`GET ${activities}`, 304, `${team.activities}?limit=2`, { key, headers: held });
    await check(`GET ${activities}`, 200, `${team.activities}?at=${activity}&q=docs`, { cookie });
    await check(`GET ${activities}`, 401, team.activities);
    await check(`GET ${activities}`, 404, team.activities, { cookie: stranger.cookie });
    await check(`GET ${activities}`, 422, `${team.activities}?limit=0&group=x`, { key });
    await check(`GET ${activities}/{id}`, 200, `${team.activities}/${activity}`, { key });
    await check(`GET ${activities}/{id}`, 404, `${team.activities}/none`, { key });
    await check(`GET ${activities}/stream`, 401, `${team.activities}/stream`);
    await check(`GET ${activities}/stream`, 422, `${team.activities}/stream?from=x`, { key });
    await checkPreviews(check, team);
    await checkExport(check, team);
    await checkKeys(check, team, reader);
    await checkPosts(check, team);
    await checkFeeds(check, team);

    const integrations = "/api/teams/{team}/integrations";
    const hook = await check(`POST ${integrations}`, 201, `${base}/integrations`, {
      cookie,
      json: { provider: "github" },
    });
    await check(`POST ${integrations}`, 422, `${base}/integrations`, { cookie, json: { provider: "none" } });
    await check(`GET ${integrations}`, 200, `${base}/integrations`, { cookie });
    const webhook = "POST /api/webhooks/{integration}";
    const { secret } = z.object({ secret: z.string() }).parse(hook.body);
    const body = JSON.stringify({ zen: "Keep it logically awesome." });
    const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
    const headers = { "x-github-event": "ping", "x-github-delivery": "1", "x-hub-signature-256": signature };
    await check(webhook, 201, `/api/webhooks/${id(hook)}`, { headers, body });
    await check(webhook, 200, `/api/webhooks/${id(hook)}`, { headers, body });
    await check(webhook, 401, `/api/webhooks/${id(hook)}`, { headers, body: "{}" });
    await check(webhook, 404, `/api/webhooks/${activity}`, { headers, body });
    await checkIntegration(check, `${base}/integrations/${id(hook)}`, cookie);
    await check(`DELETE ${integrations}/{id}`, 204, `${base}/integrations/${id(hook)}`, { cookie });
    await check(`DELETE ${integrations}/{id}`, 404, `${base}/integrations/${id(hook)}`, { cookie });
    await check(`POST ${integrations}/{id}/restore`, 204, `${base}/integrations/${id(hook)}/restore`, { cookie });

    await checkPeople(check, base, [team, stranger]);
    await checkLinks(check, team);
    await checkViews(check, team);
    await checkMarks(check, team);
    const sample = await server.createTeam({ isSample: true });
    await check("DELETE /api/teams/{team}", 403, base, { cookie });
    await check("DELETE /api/teams/{team}", 204, `/api/teams/${sample.slug}`, { cookie: sample.cookie });
    await check("POST /api/sample-team", 401, "/api/sample-team");
    await check("POST /api/sample-team", 201, "/api/sample-team", { cookie });
    await checkSetup(check);
    await checkAccount(check, server, team);
    await check("GET /api/health", 200, "/api/health");
    await check("GET /api/metrics", 200, "/api/metrics", { key: METRICS_TOKEN });
    await check("GET /api/metrics", 401, "/api/metrics");
    await check("GET /api/openapi.json", 200, "/api/openapi.json");

    const called = new Set([...seen].map((one) => one.replace(/ \d+$/, "")));
    expect(
      operations()
        .map(({ name }) => name)
        .filter((name) => !called.has(name)),
    ).toEqual([]);
  });
});
