import { describe, expect, it } from "vitest";
import { EVENT, FULL_EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { testServer } from "../testing/test-server";

const server = testServer();
const { actor, entity } = EVENT;

/** The paths of the issues that an event is refused with, as a single event and as an item alike. */
async function refusal(body: string): Promise<string[]> {
  const team = await server.createTeam();
  const headers = { "content-type": "application/json" };
  const single = await server.call("POST", team.activities, { key: team.key, headers, body });
  const issues = expectProblem(single, 422, "invalid_request");
  const batch = await server.call("POST", team.activities, { key: team.key, headers, body: `[${body}]` });
  expect(batch).toMatchObject({ status: 422, body: { results: [{ status: 422, code: "invalid_request", issues }] } });
  return issues.map(({ path }) => path.join("."));
}

const refusalOf = (event: unknown) => refusal(JSON.stringify(event));

async function stored(body: string | object): Promise<unknown> {
  const team = await server.createTeam();
  const headers = { "content-type": "application/json" };
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const answer = await server.call("POST", team.activities, { key: team.key, headers, body: text });
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 201 });
  return answer.body;
}

describe("the shape", () => {
  it("names every required field that is missing", async () => {
    expect(await refusalOf({})).toEqual(["eventType", "actor", "entity"]);
    expect(await refusalOf({ ...EVENT, actor: {}, entity: {} })).toEqual(["actor.id", "entity.type", "entity.id"]);
    for (const value of [null, 1, "text", true]) expect(await refusalOf(value)).toEqual([""]);
  });

  it("names every field of a wrong type", async () => {
    for (const value of [null, 1, true, [], {}]) {
      expect(await refusalOf({ ...EVENT, eventType: value })).toEqual(["eventType"]);
      expect(await refusalOf({ ...FULL_EVENT, message: value, source: value, timestamp: value })).toEqual([
        "timestamp",
        "message",
        "source",
      ]);
      expect(await refusalOf({ ...EVENT, actor: { id: value, name: value } })).toEqual(["actor.id", "actor.name"]);
      expect(await refusalOf({ ...EVENT, entity: { ...entity, url: value } })).toEqual(["entity.url"]);
    }
    for (const value of [null, "x", 1, []]) expect(await refusalOf({ ...EVENT, actor: value })).toEqual(["actor"]);
    expect(await refusalOf({ ...EVENT, isImportant: 1 })).toEqual(["isImportant"]);
    expect(await refusalOf({ ...EVENT, actor: { ...actor, kind: "robot" } })).toEqual(["actor.kind"]);
  });

  it("names unknown keys of envelope, actor and entity, and of nothing else", async () => {
    expect(await refusalOf({ ...EVENT, typo: 1, seq: 5 })).toEqual(["typo", "seq"]);
    expect(await refusalOf({ ...EVENT, actor: { ...actor, email: "x" } })).toEqual(["actor.email"]);
    expect(await refusalOf({ ...EVENT, entity: { ...entity, "a.b": [] } })).toEqual(["entity.a.b"]);
    const proto = JSON.stringify(EVENT).replace("{", '{"__proto__":{},"constructor":1,');
    expect(await refusal(proto)).toEqual(["__proto__", "constructor"]);
    expect(await stored({ ...EVENT, metadata: { typo: 1, seq: 5, actor: { email: "x" } } })).toMatchObject({ seq: 1 });
  });
});

describe("the limits", () => {
  const bytes = (count: number) => "é".repeat(count / 2) + "x".repeat(count % 2);

  it("of ids and types are 256 bytes", async () => {
    const long = bytes(257);
    const many = {
      eventType: long,
      actor: { id: long },
      entity: { type: long, id: long },
      source: long,
      idempotencyKey: long,
    };
    expect(await refusalOf(many)).toEqual([
      "eventType",
      "actor.id",
      "entity.type",
      "entity.id",
      "source",
      "idempotencyKey",
    ]);
    const fits = bytes(256);
    await stored({
      eventType: fits,
      actor: { id: fits },
      entity: { type: fits, id: fits },
      source: fits,
      idempotencyKey: fits,
    });
  });

  it("of names are 512 bytes, of messages 64 kB, of URLs 2,048", async () => {
    const event = (name: string, message: string, url: string) => ({
      ...EVENT,
      message,
      actor: { ...actor, name, avatarUrl: url },
      entity: { ...entity, name, reference: name, url },
    });
    const link = (length: number) => `https://x.example/${"p".repeat(length - 18)}`;
    await stored(event(bytes(512), bytes(65_536), link(2_048)));
    expect(await refusalOf(event(bytes(513), bytes(65_537), link(2_049)))).toEqual([
      "actor.name",
      "actor.avatarUrl",
      "entity.name",
      "entity.reference",
      "entity.url",
      "message",
    ]);
  });

  it("refuse an empty text", async () => {
    const event = {
      ...FULL_EVENT,
      eventType: "",
      message: "",
      source: "",
      idempotencyKey: "",
      actor: { id: "", name: "" },
    };
    expect(await refusalOf(event)).toEqual([
      "eventType",
      "actor.id",
      "actor.name",
      "message",
      "source",
      "idempotencyKey",
    ]);
  });
});

it("takes only http, https and mailto addresses", async () => {
  const urls = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//x.example",
    "/path",
    "x.example",
    "",
    "https://",
    "http://[::1",
    "blob:https://x.example/1",
    "ftp://x.example",
  ];
  for (const url of urls) {
    expect(await refusalOf({ ...EVENT, entity: { ...entity, url } }), url).toEqual(["entity.url"]);
    expect(await refusalOf({ ...EVENT, actor: { ...actor, avatarUrl: url } }), url).toEqual(["actor.avatarUrl"]);
  }
  for (const url of ["http://x", "HTTPS://x.example/ä?b#c", "mailto:a@b.example"]) {
    expect(await stored({ ...EVENT, entity: { ...entity, url } })).toMatchObject({ entityUrl: url });
  }
});

describe("the timestamp", () => {
  const at = (offset: number) => new Date(Date.now() + offset).toISOString();

  it.each([
    "2026-02-30T00:00:00Z",
    "2025-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-01-01T24:00:00Z",
    "2026-01-01T23:59:60Z",
    "2026-01-01T00:00:00",
    "2026-01-01",
    "1969-12-31T23:59:59.999Z",
    "1970-01-01T00:00:00+00:01",
    "0000-01-01T00:00:00Z",
    "+012026-01-01T00:00:00Z",
    "yesterday",
    "",
    "1764000000000",
    "2026-01-01T00:00:00+25:00",
    "2026-01-01 00:00:00Z",
  ])("%s is refused", async (timestamp) => {
    expect(await refusalOf({ ...EVENT, timestamp })).toEqual(["timestamp"]);
  });

  it("is at most one hour ahead", async () => {
    expect(await refusalOf({ ...EVENT, timestamp: at(3_660_000) })).toEqual(["timestamp"]);
    const soon = at(3_540_000);
    expect(await stored({ ...EVENT, timestamp: soon })).toMatchObject({ timestamp: soon });
  });

  it("comes back in UTC and in milliseconds", async () => {
    for (const [posted, timestamp] of [
      ["1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"],
      ["2024-02-29T01:02:03+02:00", "2024-02-28T23:02:03.000Z"],
      ["2025-01-01T00:00:00.123999Z", "2025-01-01T00:00:00.123Z"],
    ]) {
      expect(await stored({ ...EVENT, timestamp: posted })).toMatchObject({ timestamp });
    }
  });
});
