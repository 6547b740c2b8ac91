import { CloudEvent, emitterFor, HTTP, type Message, Mode } from "cloudevents";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { activitySchema } from "@/activity/activity";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { type TestAnswer, type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const SINGLE = "application/cloudevents+json; charset=utf-8";
const BATCH = "application/cloudevents-batch+json";
const event = (id: string, more: object = {}) => ({
  specversion: "1.0",
  id,
  source: "https://shop.example/orders",
  type: "com.example.order.shipped",
  subject: "42",
  time: "2026-11-20T09:41:07.123Z",
  data: { carrier: "Pigeon" },
  ...more,
});

const post = (
  team: TestTeam,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) => server.call("POST", team.activities, { key: team.key, headers: { "content-type": type, ...headers }, body });
const postOne = (team: TestTeam, one: unknown) => post(team, SINGLE, JSON.stringify(one));
const postBatch = (team: TestTeam, ...all: unknown[]) => post(team, BATCH, JSON.stringify(all));

async function list(team: TestTeam) {
  const answer = await server.call("GET", `${team.activities}?limit=200`, { key: team.key });
  return z.object({ items: z.array(activitySchema) }).parse(answer.body).items;
}

describe("one CloudEvent", () => {
  it("becomes an activity, whichever mode it comes in", async () => {
    const team = await server.createTeam();
    const first = await postOne(team, event("1"));
    expect(first).toMatchObject({
      status: 201,
      body: {
        seq: 1,
        eventType: "cloudevents.com.example.order.shipped",
        message: "orders shipped order 42",
        source: "cloudevents",
        timestamp: "2026-11-20T09:41:07.123Z",
        entityKey: "https://shop.example/orders#42",
        metadata: { data: { carrier: "Pigeon" } },
      },
    });
    expect(first.headers.get("location")).toBe(`${team.activities}/${activitySchema.parse(first.body).id}`);
    const ce = {
      "ce-specversion": "1.0",
      "ce-id": "2",
      "ce-source": "/s",
      "ce-type": "a.note.sent",
      "ce-subject": "w%C3%B6rld",
    };
    expect(await post(team, "application/json", '{"a":1}', ce)).toMatchObject({
      status: 201,
      body: { message: "s sent note wörld", metadata: { data: { a: 1 } } },
    });
    const bytes = new Uint8Array([0, 1, 2]);
    expect(await post(team, "application/octet-stream", bytes, { ...ce, "ce-id": "3" })).toMatchObject({
      status: 201,
      body: { metadata: { contentType: "application/octet-stream", dataBytes: 3 } },
    });
    expect(await list(team)).toHaveLength(3);
  });

  it("is stored once by its source and id: alone, in another mode and in a batch", async () => {
    const team = await server.createTeam();
    const first = await postOne(team, event("1"));
    const { data, ...attributes } = event("1");
    const ce = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, String(value)]));
    for (const again of [
      await postOne(team, event("1", { traceparent: "x" })),
      await post(team, "application/json", JSON.stringify(data), ce),
    ]) {
      expect(again.headers.get("idempotency-replayed")).toBe("true");
      expect(again).toMatchObject({ status: 201, body: first.body });
    }
    const batch = await postBatch(team, event("1"), event("2"), event("2"));
    expect(batch).toMatchObject({
      status: 201,
      body: {
        results: [
          { status: 201, activity: first.body },
          { status: 201, activity: { seq: 2 } },
          { status: 201, activity: { seq: 2 } },
        ],
      },
    });
    const other = await postOne(team, event("1", { source: "https://shop.example/invoices" }));
    expect(other).toMatchObject({ status: 201, body: { seq: 3 } });
    expect(await list(team)).toHaveLength(3);
  });

  it("is refused when its source and id stand for something else", async () => {
    const team = await server.createTeam();
    await postOne(team, event("1"));
    for (const changed of [{ type: "com.example.order.paid" }, { subject: "43" }, { data: { carrier: "Dove" } }])
      expectProblem(await postOne(team, event("1", changed)), 422, "idempotency_mismatch", ["id"]);
    expect(await postBatch(team, event("1", { data: 1 }))).toMatchObject({
      status: 422,
      body: { results: [{ status: 422, code: "idempotency_mismatch", issues: [{ path: ["id"] }] }] },
    });
    expect(await list(team)).toHaveLength(1);
  });

  it("is refused with the attribute that is wrong, or for what concerns it as a whole", async () => {
    const team = await server.createTeam();
    for (const name of ["id", "source", "type", "specversion"]) {
      expectProblem(await postOne(team, event("1", { [name]: undefined })), 422, "invalid_request", [name]);
      const { [`ce-${name}`]: _left, ...rest }: Record<string, string> = {
        "ce-id": "1",
        "ce-source": "/s",
        "ce-type": "a",
      };
      const answer = await post(team, "application/json", "{}", {
        "ce-specversion": name === "specversion" ? "0.3" : "1.0",
        ...rest,
      });
      expectProblem(answer, 422, "invalid_request", [name]);
    }
    expectProblem(await post(team, SINGLE, "{"), 400, "malformed_json");
    expectProblem(await post(team, SINGLE, "[]"), 422, "invalid_request", [""]);
    expectProblem(await post(team, "application/cloudevents+protobuf", "x"), 415, "unsupported_media_type");
    expectProblem(
      await post(team, SINGLE, JSON.stringify(event("1", { data: "x".repeat(1_048_576) }))),
      413,
      "payload_too_large",
    );
    const number = '{"specversion":"1.0","id":"1","source":"/s","type":"a","data":{"n":9007199254740993}}';
    expectProblem(await post(team, SINGLE, number), 422, "invalid_request", ["data.n"]);
    const ce = { "ce-specversion": "1.0", "ce-id": "1", "ce-source": "/s", "ce-type": "a" };
    expectProblem(await post(team, "application/json", "[9007199254740993]", ce), 422, "invalid_request", ["data.0"]);
    expect(await list(team)).toEqual([]);
  });

  it("needs the scope to capture, as any event does", async () => {
    const team = await server.createTeam();
    const headers = { "content-type": SINGLE };
    const body = JSON.stringify(event("1"));
    const reader = await server.createKey(team, ["read"]);
    expectProblem(await server.call("POST", team.activities, { headers, body }), 401, "unauthenticated");
    expectProblem(await server.call("POST", team.activities, { key: reader, headers, body }), 403, "forbidden");
  });

  it("may have an Idempotency-Key, which counts for its headers too", async () => {
    const team = await server.createTeam();
    const send = (id: string) =>
      post(team, "application/json", "{}", {
        "ce-specversion": "1.0",
        "ce-id": id,
        "ce-source": "/s",
        "ce-type": "a.b",
        "idempotency-key": "key",
      });
    expect((await send("1")).status).toBe(201);
    expect((await send("1")).headers.get("idempotency-replayed")).toBe("true");
    expectProblem(await send("2"), 422, "idempotency_mismatch", ["Idempotency-Key"]);
  });
});

describe("a batch of CloudEvents", () => {
  it("has a result for each, in order; an empty one has none", async () => {
    const team = await server.createTeam();
    expect(await postBatch(team, event("1"), event("2", { id: "" }), 7, event("3"))).toMatchObject({
      status: 201,
      body: {
        results: [
          { status: 201, activity: { seq: 1 } },
          { status: 422, code: "invalid_request", issues: [{ path: ["id"] }] },
          { status: 422, code: "invalid_request", issues: [{ path: [] }] },
          { status: 201, activity: { seq: 2 } },
        ],
      },
    });
    expect(await postBatch(team)).toMatchObject({ status: 200, body: { results: [] } });
    expect(await postBatch(team, {}, 7)).toMatchObject({
      status: 422,
      body: { results: [{ status: 422 }, { status: 422 }] },
    });
    expectProblem(await post(team, BATCH, JSON.stringify(Array(1_001).fill(event("1")))), 422, "invalid_request", [""]);
    expectProblem(await post(team, BATCH, "{}"), 422, "invalid_request", [""]);
    const many = Array.from({ length: 1_000 }, (_, place) => event(`many ${place}`, { data: "x".repeat(2_000) }));
    expect((await postBatch(team, ...many)).status).toBe(201);
    expect((await list(team))[0]).toMatchObject({ seq: 1_002 });
  });
});

it("leaves our own events alone", async () => {
  const team = await server.createTeam();
  const ours = { key: team.key, json: EVENT, headers: { "ce-id": "1" } };
  expect(await server.call("POST", team.activities, ours)).toMatchObject({ status: 201, body: { source: "api" } });
});

it.each([Mode.BINARY, Mode.STRUCTURED])("takes what the specification's own SDK emits, %s", async (mode) => {
  const team = await server.createTeam();
  const answers: TestAnswer[] = [];
  const transport = async ({ headers, body }: Message) => {
    const given = Object.entries(headers).map(([name, value]) => [name, String(value)]);
    answers.push(
      await server.call("POST", team.activities, {
        key: team.key,
        headers: Object.fromEntries(given),
        body: String(body),
      }),
    );
  };
  const emit = emitterFor(transport, { binding: HTTP, mode });
  await emit(new CloudEvent(event("1")));
  await emit(new CloudEvent(event("1")));
  await emit(new CloudEvent({ ...event("2"), datacontenttype: "text/plain", data: "plain text" }));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(answers[1]?.body).toEqual(answers[0]?.body);
  const items = await list(team);
  expect(items.map(({ message }) => message)).toEqual(["orders shipped order 42", "orders shipped order 42"]);
  expect(items[0]?.metadata).toMatchObject({ data: "plain text" });
});
