import { createHmac, randomUUID } from "node:crypto";
import { CloudEvent, emitterFor, HTTP, type Message, Mode } from "cloudevents";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { activitySchema } from "@/activity/activity";
import { deliveryPageSchema } from "@/activity/delivery";
import { expectProblem } from "../testing/expect-problem";
import { type TestAnswer, type TestTeam, testServer } from "../testing/test-server";

const LIMIT = 600;
const server = testServer({ RATE_LIMIT: LIMIT });
const SINGLE = "application/cloudevents+json; charset=utf-8";
const BATCH = "application/cloudevents-batch+json";
const ORIGIN = { "webhook-request-origin": "eventemitter.example.com" };

interface Hook {
  team: TestTeam;
  id: string;
  path: string;
  secret: string;
}

async function createHook(provider = "cloudevents"): Promise<Hook> {
  const team = await server.createTeam();
  const answer = await server.call("POST", `/api/teams/${team.slug}/integrations`, {
    cookie: team.cookie,
    json: { provider },
  });
  const { id, url, secret } = z.object({ id: z.uuid(), url: z.url(), secret: z.string() }).parse(answer.body);
  return { team, id, path: new URL(url).pathname, secret };
}

const event = (id: string, more: object = {}) => ({
  specversion: "1.0",
  id,
  source: "https://shop.example/orders",
  type: "com.example.order.shipped",
  subject: id,
  ...more,
});
const send = (hook: Hook, body: string, headers: Record<string, string>) =>
  server.call("POST", hook.path, { headers: { authorization: `Bearer ${hook.secret}`, ...headers }, body });
const sendOne = (hook: Hook, one: unknown) => send(hook, JSON.stringify(one), { "content-type": SINGLE });
const sendBatch = (hook: Hook, ...all: unknown[]) => send(hook, JSON.stringify(all), { "content-type": BATCH });

async function messages({ team }: Hook): Promise<string[]> {
  const answer = await server.call("GET", `${team.activities}?source=-team&limit=200`, { key: team.key });
  const { items } = z.object({ items: z.array(activitySchema) }).parse(answer.body);
  return items.sort((a, b) => a.seq - b.seq).map(({ message }) => message);
}

async function log({ team, id }: Hook) {
  const path = `/api/teams/${team.slug}/integrations/${id}/deliveries`;
  return deliveryPageSchema.parse((await server.call("GET", path, { cookie: team.cookie })).body).items;
}

const stored = (answer: TestAnswer) =>
  z.object({ status: z.enum(["stored", "duplicate"]), activityIds: z.array(z.uuid()) }).parse(answer.body);

describe("a delivery", () => {
  it("is let in by its token or its signature, and its token is not kept", async () => {
    const hook = await createHook();
    const body = JSON.stringify(event("1"));
    expect((await send(hook, body, { "content-type": SINGLE })).status).toBe(201);
    const time = String(Math.floor(Date.now() / 1_000));
    const key = Buffer.from(hook.secret, "base64");
    const signature = createHmac("sha256", key).update(`m.${time}.${body}`).digest("base64");
    const signed = { "webhook-id": "m", "webhook-timestamp": time, "webhook-signature": `v1,${signature}` };
    expect((await send(hook, body, { ...signed, authorization: "", "content-type": SINGLE })).status).toBe(200);
    const wrong: Record<string, string>[] = [
      { authorization: "" },
      { authorization: "Bearer wrong" },
      { ...signed, "webhook-signature": "v1,AAAA" },
    ];
    for (const headers of wrong)
      expectProblem(await send(hook, body, { "content-type": SINGLE, ...headers }), 401, "invalid_signature");
    const lines = await log(hook);
    expect(lines.map(({ outcome }) => outcome)).toEqual(["refused", "refused", "refused", "duplicate", "stored"]);
    const path = `/api/teams/${hook.team.slug}/integrations/${hook.id}/deliveries/${lines.at(-1)?.id}`;
    const kept = await server.call("GET", path, { cookie: hook.team.cookie });
    expect(kept.body).toMatchObject({
      headers: { authorization: "(not kept)" },
      deliveryId: "https://shop.example/orders 1",
    });
    expect(kept.text).not.toContain(hook.secret);
  });

  it("of one event counts once, alone or in a batch; a batch counts for what is new in it", async () => {
    const hook = await createHook();
    const first = stored(await sendOne(hook, event("1")));
    const batch = await sendBatch(hook, event("1"), event("2"));
    expect(batch.status).toBe(201);
    expect(stored(batch).activityIds).toEqual([...first.activityIds, expect.any(String)]);
    const binary = {
      "content-type": "application/json",
      "ce-specversion": "1.0",
      "ce-id": "2",
      "ce-source": "https://shop.example/orders",
      "ce-type": "x",
    };
    for (const again of [
      await sendOne(hook, event("1", { data: "other" })),
      await sendBatch(hook, event("1")),
      await sendBatch(hook, event("2"), event("1")),
      await send(hook, "{}", binary),
    ]) {
      expect(again).toMatchObject({ status: 200, body: { status: "duplicate" } });
      expect(stored(again).activityIds.length).toBeGreaterThan(0);
    }
    expect(await messages(hook)).toEqual(["orders shipped order 1", "orders shipped order 2"]);
    expect((await log(hook)).map(({ outcome }) => outcome)).toEqual([
      ...Array(4).fill("duplicate"),
      "stored",
      "stored",
    ]);
  });

  it("is stored once when many batches bring its events at the same moment", async () => {
    const hook = await createHook();
    const all = Array.from({ length: 12 }, (_, place) => event(String(place)));
    const answers = await Promise.all(
      all.map((_, place) => sendBatch(hook, ...all.slice(place), ...all.slice(0, place))),
    );
    expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true);
    expect(await messages(hook)).toHaveLength(12);
  });

  it("of an empty batch is answered and noted, and stores nothing", async () => {
    const hook = await createHook();
    expect(await sendBatch(hook)).toMatchObject({ status: 200, body: { status: "stored", activityIds: [] } });
    expect(await messages(hook)).toEqual([]);
    expect(await log(hook)).toMatchObject([{ outcome: "answered", status: 200 }]);
  });

  it("of a batch with a bad event stores the others and says so", async () => {
    const hook = await createHook();
    expect((await sendBatch(hook, event("1"), event("2", { type: "" }))).status).toBe(201);
    expect(await messages(hook)).toEqual([
      "orders shipped order 1",
      "CloudEvents could not read event 2 of a batch: type: must be sent, and not be empty",
    ]);
  });

  it("that is none is refused by what is wrong with it, and noted", async () => {
    const hook = await createHook();
    expectProblem(await sendOne(hook, event("1", { specversion: "0.3" })), 422, "invalid_request", ["specversion"]);
    for (const name of ["id", "source", "type"])
      expectProblem(await sendOne(hook, event("1", { [name]: null })), 422, "invalid_request", [name]);
    expectProblem(await sendBatch(hook, {}, 7), 422, "invalid_request", ["0.specversion"]);
    expectProblem(await send(hook, "{", { "content-type": SINGLE }), 400, "malformed_json");
    expectProblem(await send(hook, "{}", { "content-type": "application/json" }), 415, "unsupported_media_type");
    expectProblem(
      await send(hook, "x", { "content-type": "application/cloudevents+avro" }),
      415,
      "unsupported_media_type",
    );
    const lines = await log(hook);
    expect(lines).toHaveLength(8);
    expect(lines.at(-1)).toMatchObject({
      outcome: "unusable",
      status: 422,
      diagnosis: { code: "unusable", message: "specversion: must be 1.0" },
    });
    expect(lines[0]).toMatchObject({ outcome: "unusable", status: 415 });
    expect(await messages(hook)).toEqual([]);
  });

  it("keeps what stands in headers of any name, and can be taken in again", async () => {
    const hook = await createHook();
    const headers = {
      "ce-specversion": "1.0",
      "ce-id": "1",
      "ce-source": "/s",
      "ce-type": "a.note.sent",
      "ce-tenant": "acme",
    };
    const answer = await send(hook, "hello", { ...headers, "content-type": "text/plain" });
    const [id] = stored(answer).activityIds;
    const activity = await server.call("GET", `${hook.team.activities}/${id}`, { key: hook.team.key });
    expect(activity.body).toMatchObject({ metadata: { extensions: { tenant: "acme" }, data: "hello" } });
    const [line] = await log(hook);
    const path = `/api/teams/${hook.team.slug}/integrations/${hook.id}/deliveries/${line?.id}/replay`;
    expect(await server.call("POST", path, { cookie: hook.team.cookie })).toMatchObject({
      status: 200,
      body: { status: "duplicate", activityIds: [id] },
    });
  });

  it.each([Mode.BINARY, Mode.STRUCTURED])("may be what the specification's own SDK emits, %s", async (mode) => {
    const hook = await createHook();
    const statuses: number[] = [];
    const transport = async ({ headers, body }: Message) => {
      const given = Object.entries(headers).map(([name, value]) => [name, String(value)]);
      statuses.push((await send(hook, String(body), Object.fromEntries(given))).status);
    };
    const emit = emitterFor(transport, { binding: HTTP, mode });
    for (const id of ["1", "1", "2"]) await emit(new CloudEvent({ ...event(id), data: { id } }));
    expect(statuses).toEqual([201, 200, 201]);
    expect(await messages(hook)).toEqual(["orders shipped order 1", "orders shipped order 2"]);
  });
});

describe("the handshake", () => {
  const ask = (hook: Pick<Hook, "path">, headers: Record<string, string>) =>
    server.call("OPTIONS", hook.path, { headers });
  const consent = ({ status, headers, text }: TestAnswer) => [
    status,
    headers.get("webhook-allowed-origin"),
    headers.get("webhook-allowed-rate"),
    headers.get("allow"),
    text,
  ];

  it("consents at once to whoever says who it is, at a rate of at most our own", async () => {
    const hook = await createHook();
    const allowed = (rate: number) => [200, "eventemitter.example.com", String(rate), "OPTIONS, POST", ""];
    expect(consent(await ask(hook, ORIGIN))).toEqual(allowed(LIMIT));
    const asked = (rate: string) =>
      ask(hook, { ...ORIGIN, "webhook-request-rate": rate, "webhook-request-callback": "https://x.example/ok" });
    expect(consent(await asked("120"))).toEqual(allowed(120));
    for (const rate of ["100000", "0", "-5", "many", "1.5"]) expect(consent(await asked(rate))).toEqual(allowed(LIMIT));
    expect(await messages(hook)).toEqual([]);
    expect(await log(hook)).toEqual([]);
  });

  it("gives no consent without an origin, nor for an integration whose sender never asks", async () => {
    const none = [204, null, null, "OPTIONS, POST", ""];
    const hook = await createHook();
    expect(consent(await ask(hook, {}))).toEqual(none);
    for (const origin of ["", "<b>"])
      expect(consent(await ask(hook, { "webhook-request-origin": origin }))).toEqual(none);
    expect(consent(await ask(await createHook("github"), ORIGIN))).toEqual(none);
  });

  it("is 404 where a delivery would be", async () => {
    for (const id of [randomUUID(), "none"])
      expectProblem(await ask({ path: `/api/webhooks/${id}` }, ORIGIN), 404, "not_found");
  });
});
