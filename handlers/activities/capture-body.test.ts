import { describe, expect, it } from "vitest";
import { EVENT, FULL_EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { type TestCall, type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const JSON_TYPE = "application/json";

async function post(body: TestCall["body"], type: string | null = JSON_TYPE, headers: Record<string, string> = {}) {
  const team = await server.createTeam();
  const sent = type === null ? headers : { "content-type": type, ...headers };
  return await server.call("POST", team.activities, { key: team.key, body, headers: sent });
}

/** A body that says nothing of its length, sent in pieces. */
function streamed(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.subarray(at, at + 65_536));
      at += 65_536;
      if (at >= bytes.length) controller.close();
    },
  });
}

/** An event whose body is exactly `bytes` long, padded by spaces. */
function eventOf(bytes: number): string {
  const text = JSON.stringify(EVENT);
  return text + " ".repeat(bytes - text.length);
}

describe("a body that is no JSON", () => {
  const good = JSON.stringify(FULL_EVENT);
  it.each([
    ["empty", ""],
    ["blank", " \n"],
    ["truncated", good.slice(0, -1)],
    ["cut within a text", good.slice(0, 40)],
    ["two values", good + good],
    ["a trailing comma", `${good.slice(0, -1)},}`],
    ["single quotes", "{'eventType':'a'}"],
    ["NaN", '{"metadata":NaN}'],
    ["a raw control character", '{"eventType":"a\nb"}'],
    ["an escape that is none", '{"eventType":"\\x41"}'],
    ["HTML", "<html></html>"],
    ["an array that does not end", `[${good},`],
    ["50,000 open brackets", "[".repeat(50_000)],
  ])("is 400: %s", async (_, body) => {
    expectProblem(await post(body), 400, "malformed_json");
  });

  it("is 400 when it is not UTF-8, with nothing replaced", async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...EVENT, message: "aXb" }));
    for (const bad of [[0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]]) {
      const at = bytes.indexOf("X".charCodeAt(0));
      const body = new Uint8Array([...bytes.slice(0, at), ...bad, ...bytes.slice(at + 1)]);
      expectProblem(await post(body), 400, "malformed_json");
      expectProblem(await post(body, "application/x-ndjson"), 400, "malformed_json");
    }
    expectProblem(await post(new Uint8Array(Buffer.from(JSON.stringify(EVENT), "utf16le"))), 400, "malformed_json");
  });
});

describe("the content type", () => {
  it.each([
    null,
    "",
    "text/plain",
    "text/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/jsonx",
    "*/*",
  ])("%s is 415", async (type) => {
    expectProblem(await post(JSON.stringify(EVENT), type), 415, "unsupported_media_type");
  });

  it("may be written in capitals and carry parameters", async () => {
    expect((await post(JSON.stringify(EVENT), "Application/JSON; charset=utf-8")).status).toBe(201);
    expect((await post(JSON.stringify(EVENT), "APPLICATION/X-NDJSON;q=1")).status).toBe(201);
    expect((await post(`\uFEFF${JSON.stringify(EVENT)}`)).status).toBe(201);
  });
});

describe("the size", () => {
  const MB = 1_048_576;

  it("of one event is at most 1 MB, whether the length is announced or not", async () => {
    expect((await post(eventOf(MB))).status).toBe(201);
    expect((await post(streamed(eventOf(MB)))).status).toBe(201);
    expectProblem(await post(eventOf(MB + 1)), 413, "payload_too_large");
    expectProblem(await post(streamed(eventOf(MB + 1))), 413, "payload_too_large");
  });

  it("of arrays and NDJSON is at most 16 MB, whether the length is announced or not", async () => {
    const text = JSON.stringify(EVENT);
    const array = `[${text}${" ".repeat(16 * MB - text.length - 2)}]`;
    const lines = `${text}${"\n".repeat(16 * MB - text.length)}`;
    expect((await post(array)).status).toBe(201);
    expect((await post(streamed(lines), "application/x-ndjson")).status).toBe(201);
    for (const [body, type] of [
      [`${array} `, JSON_TYPE],
      [`${lines}\n`, "application/x-ndjson"],
    ] as const) {
      expectProblem(await post(body, type), 413, "payload_too_large");
      expectProblem(await post(streamed(body), type), 413, "payload_too_large");
    }
  });

  it("is refused by its announcement alone, without reading on", async () => {
    let pieces = 0;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          pieces += 1;
          controller.enqueue(new Uint8Array(65_536));
        },
      });
    expectProblem(await post(endless(), JSON_TYPE, { "content-length": String(17 * MB) }), 413, "payload_too_large");
    // Through a socket, what lies in its buffers on both sides was made too.
    const ahead = server.door === "web" ? 5 : 150;
    expect(pieces).toBeLessThan(ahead);
    expectProblem(await post(endless()), 413, "payload_too_large");
    expect(pieces).toBeLessThan(2 * ahead + 16 * 16);
  });
});

it("stores nothing of what it refuses", async () => {
  const team: TestTeam = await server.createTeam();
  for (const body of ["", "{}", "[]", JSON.stringify({ ...EVENT, more: 1 })]) {
    const headers = { "content-type": JSON_TYPE, "idempotency-key": "one" };
    expect((await server.call("POST", team.activities, { key: team.key, body, headers })).status).toBeGreaterThan(399);
  }
  expect((await server.call("GET", team.activities, { key: team.key })).body).toMatchObject({
    items: [],
    nextCursor: null,
  });
});
