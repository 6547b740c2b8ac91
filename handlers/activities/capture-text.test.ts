import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { byteLength } from "@/activity/text";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const AWKWARD = [
  "\uFFFF",
  "\uFEFF",
  "\u202E\u2066x\u2069",
  "a\r\nb\tc",
  "\u0001\u001f\u007f\u0085",
  "👩🏽‍🚀",
  "e\u0301 é",
  "\\u0000",
  "\\",
  '"',
  "' OR 1=1 --",
  "%s $1 {actor} [x]",
  "<b>&amp;</b>",
  "  ",
  "\u2028\u2029",
  "\u{10FFFF}",
  "NaN",
  "null",
];
const text = fc
  .oneof(fc.string({ unit: "binary", minLength: 1, maxLength: 40 }), fc.constantFrom(...AWKWARD))
  .filter((value) => !value.includes("\u0000"));
const key = fc.oneof(text, fc.constantFrom("__proto__", "constructor", "toString", "", "0", "a.b"));

const { json: metadata } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small" },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    fc.maxSafeInteger(),
    fc.constantFrom(null, true, false, "", 0.1 + 0.2, 5e-324, 1.7976931348623157e308, 1e21),
    fc.array(tie("json"), { maxLength: 5 }),
    fc.array(fc.tuple(key, tie("json")), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

const event = fc.record({
  eventType: text.filter((value) => !value.endsWith(".*") && byteLength(value) <= 256),
  actor: fc.record({ id: text, name: text }),
  entity: fc.record({ type: text, id: text, name: text, reference: text }),
  metadata,
  message: text,
  source: text,
});

const stored = z.record(z.string(), z.unknown());
const page = z.object({ items: z.array(stored) });

async function readEverywhere(team: TestTeam, posted: unknown): Promise<Record<string, unknown>[]> {
  const { key: bearer } = team;
  const answer = await server.call("POST", team.activities, { key: bearer, json: posted });
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 201 });
  const first = stored.parse(answer.body);
  const one = await server.call("GET", `${team.activities}/${first.id}`, { key: bearer });
  const list = await server.call("GET", `${team.activities}?limit=1`, { key: bearer });
  return [first, stored.parse(one.body), page.parse(list.body).items[0] ?? {}];
}

it("comes back byte for byte from POST, GET and list, whatever the text", async () => {
  const team = await server.createTeam();
  await fc.assert(
    fc.asyncProperty(event, async (posted) => {
      const [first, ...others] = await readEverywhere(team, posted);
      expect(first).toMatchObject({
        eventType: posted.eventType,
        actorKey: posted.actor.id,
        actorName: posted.actor.name,
        entityType: posted.entity.type,
        entityKey: posted.entity.id,
        entityName: posted.entity.name,
        entityReference: posted.entity.reference,
        message: posted.message,
        source: posted.source,
      });
      // As texts: an equal check of objects would not look at __proto__, nor at the sign of zero.
      expect(sorted(first?.metadata)).toBe(sorted(posted.metadata));
      for (const other of others) expect(sorted(other)).toBe(sorted(first));
    }),
    { numRuns: 150 },
  );
});

/** JSON with the keys of every object in order: Postgres keeps the values of a JSONB, not the order of its keys. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, child]) => `${JSON.stringify(name)}:${sorted(child)}`).join()}}`;
}

describe("what Postgres cannot hold is refused and named", () => {
  const places: [string, (bad: string) => object][] = [
    ["eventType", (bad) => ({ ...EVENT, eventType: bad })],
    ["message", (bad) => ({ ...EVENT, message: bad })],
    ["source", (bad) => ({ ...EVENT, source: bad })],
    ["idempotencyKey", (bad) => ({ ...EVENT, idempotencyKey: bad })],
    ["actor.id", (bad) => ({ ...EVENT, actor: { id: bad } })],
    ["actor.name", (bad) => ({ ...EVENT, actor: { id: "1", name: bad } })],
    ["actor.avatarUrl", (bad) => ({ ...EVENT, actor: { id: "1", avatarUrl: `https://x.example/${bad}` } })],
    ["entity.type", (bad) => ({ ...EVENT, entity: { type: bad, id: "1" } })],
    ["entity.id", (bad) => ({ ...EVENT, entity: { type: "task", id: bad } })],
    ["entity.name", (bad) => ({ ...EVENT, entity: { ...EVENT.entity, name: bad } })],
    ["entity.reference", (bad) => ({ ...EVENT, entity: { ...EVENT.entity, reference: bad } })],
    ["entity.url", (bad) => ({ ...EVENT, entity: { ...EVENT.entity, url: `https://x.example/${bad}` } })],
    ["metadata", (bad) => ({ ...EVENT, metadata: bad })],
    ["metadata.a.1.b", (bad) => ({ ...EVENT, metadata: { a: [1, { b: bad }] } })],
    ["metadata.a", (bad) => ({ ...EVENT, metadata: { a: { [bad]: 1 } } })],
  ];

  it.each(places)("in %s", async (path, make) => {
    const team = await server.createTeam();
    for (const bad of ["a\u0000b", "\uD800", "x\uDC00", "\uDC00\uD800", "👩\uD83D"]) {
      const answer = await server.call("POST", team.activities, { key: team.key, json: make(bad) });
      expectProblem(answer, 422, "invalid_request", [path]);
    }
  });

  it("numbers among it, whether they overflow or would lose digits", async () => {
    const team = await server.createTeam();
    const headers = { "content-type": "application/json" };
    for (const number of ["1e400", "-1e400", "9007199254740993", "9".repeat(400)]) {
      for (const { value, where } of [
        { value: number, where: ["metadata"] },
        { value: `{"id":{"x":[0,${number}]}}`, where: ["metadata", "id", "x", 1] },
      ]) {
        const body = `${JSON.stringify(EVENT).slice(0, -1)},"metadata":${value}}`;
        const single = await server.call("POST", team.activities, { key: team.key, headers, body });
        expectProblem(single, 422, "invalid_request", [where.join(".")]);
        const good = JSON.stringify(EVENT);
        const mixed = await server.call("POST", team.activities, { key: team.key, headers, body: `[${good},${body}]` });
        const lines = `${good}\n${body}\n`;
        const type = { "content-type": "application/x-ndjson" };
        const ndjson = await server.call("POST", team.activities, { key: team.key, headers: type, body: lines });
        for (const answer of [mixed, ndjson]) {
          const results = [{ status: 201 }, { status: 422, code: "invalid_request", issues: [{ path: where }] }];
          expect(answer).toMatchObject({ status: 201, body: { results } });
        }
      }
    }
  });
});

describe("metadata", () => {
  const nested = (levels: number) => `${'{"a":'.repeat(levels - 1)}{}${"}".repeat(levels - 1)}`;
  const withMetadata = (json: string) => `${JSON.stringify(EVENT).slice(0, -1)},"metadata":${json}}`;
  async function post(json: string) {
    const team = await server.createTeam();
    const headers = { "content-type": "application/json" };
    return await server.call("POST", team.activities, { key: team.key, headers, body: withMetadata(json) });
  }

  it("has at most 100 levels", async () => {
    expect((await post(nested(100))).status).toBe(201);
    for (const levels of [101, 50_000]) {
      const issues = expectProblem(await post(nested(levels)), 422, "invalid_request");
      expect(issues[0]?.path[0]).toBe("metadata");
      expectProblem(await post(`${"[".repeat(levels)}${"]".repeat(levels)}`), 422, "invalid_request");
    }
  });

  it("has at most 64 kB, however many values they are", async () => {
    expect((await post(`"${"x".repeat(65_534)}"`)).status).toBe(201);
    expect((await post(`[${"0,".repeat(32_766)}0]`)).status).toBe(201);
    for (const json of [
      `"${"x".repeat(65_535)}"`,
      `"${"é".repeat(32_768)}"`,
      `[${"0,".repeat(32_768)}0]`,
      `[${"0,".repeat(400_000)}0]`,
    ]) {
      expectProblem(await post(json), 422, "invalid_request", ["metadata"]);
    }
  });

  it("keeps a __proto__ key, and gives nobody else its values", async () => {
    const answer = await post(
      '{"__proto__":{"isImportant":true,"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    expect(answer.text).toContain(
      '"metadata":{"__proto__":{"isImportant":true,"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    expect(answer.body).toMatchObject({ isImportant: false });
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});
