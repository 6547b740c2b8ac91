import { describe, expect, it } from "vitest";
import { expectProblem } from "../testing/expect-problem";
import { testServer } from "../testing/test-server";

const server = testServer();

describe("the query of a list", () => {
  const HOSTILE: [string, string, string][] = [
    ["cursor", "", "empty"],
    ["cursor", "x", "short"],
    ["cursor", "!!!!", "no base64"],
    ["cursor", btoa("o.1.99999999999999999"), "too long a number"],
    ["cursor", btoa("o.9007199254740993.1").replaceAll("=", ""), "beyond time"],
    ["cursor", btoa("x.1.1").replaceAll("=", ""), "no direction"],
    ["cursor", btoa("o.-1.1").replaceAll("=", ""), "negative"],
    ["cursor", btoa("o.1.1;drop table").replaceAll("=", ""), "SQL"],
    ["cursor", "A".repeat(50_000), "huge"],
    ["cursor", "\u0000", "NUL"],
    ...["0", "-1", "201", "1.5", "", "ten", "1e2", "٣", "9".repeat(400), "0x10", " 5"].map(
      (value): [string, string, string] => ["limit", value, value],
    ),
    ["type", "a\u0000b", "NUL"],
    ["type", "*", "a star alone"],
    ["type", ".*", "every type"],
    ["type", "x".repeat(600), "long"],
    ["type", Array.from({ length: 51 }, (_, place) => `t${place}`).join(), "51 values"],
    ["group", "team", "unknown"],
    ["actor", "u_17", "no UUID"],
    ["actorKey", ",", "empty values"],
    ["entity", "task", "no colon"],
    ["entity", ":1", "no type"],
    ["source", "-", "nothing excluded"],
    ["from", "yesterday", "no instant"],
    ["from", "2026-01-01", "no time"],
    ["to", "2026-01-01T00:00:00", "no offset"],
    ["to", "2026-99-01T00:00:00Z", "no month"],
    ["q", "x".repeat(1_001), "long"],
    ["q", "\u0000", "NUL"],
    ["important", "yes", "no 1"],
    ["at", "nowhere", "no activity"],
    ["at", "01a209e8-5ac4-7154-8256-49d72f6c347a", "unknown activity"],
    ["at", "\u0000", "NUL"],
  ];

  it.each(HOSTILE)("is 422 and names %s: %j (%s)", async (name, value) => {
    const team = await server.createTeam();
    const query = new URLSearchParams({ [name]: value });
    const issues = expectProblem(
      await server.call("GET", `${team.activities}?${query}`, { key: team.key }),
      422,
      "invalid_request",
    );
    expect(new Set(issues.map(({ path }) => path.join(".")))).toEqual(new Set([name]));
  });

  it("names everything that is wrong with it at once", async () => {
    const team = await server.createTeam();
    const answer = await server.call("GET", `${team.activities}?group=x&limit=0&cursor=x&from=x`, { key: team.key });
    expectProblem(answer, 422, "invalid_request", ["group", "limit", "cursor", "from"]);
    const stream = await server.call("GET", `${team.activities}/stream?group=x&from=x`, { key: team.key });
    expectProblem(stream, 422, "invalid_request", ["group", "from"]);
  });

  it("may hold any other text, bytes that are no UTF-8 and words that mean something to Postgres", async () => {
    const team = await server.createTeam();
    for (const query of [
      "q=%27%3B--",
      "q=%22",
      "q=%26%7C%21%28%29%3A*",
      "q=%FF%FE",
      "q=-",
      "q=a%3A*%20%3C-%3E%20b",
      "q=%F0%9F%91%A9",
      "type=%25_%5C",
      "entity=a:b:c%27",
      "source=%252C",
      "from=0001-01-01T00:00:00Z",
      "to=9999-12-31T23:59:59Z",
      "q=or",
      "q=%5C",
      "unknown=1",
    ]) {
      expect({
        query,
        status: (await server.call("GET", `${team.activities}?${query}`, { key: team.key })).status,
      }).toEqual({ query, status: 200 });
    }
  });
});

describe("the resume id of a stream", () => {
  const HOSTILE = [
    "x",
    ".",
    "1",
    "0.0",
    "-1",
    "abc.-1",
    "abc.1.2",
    "abc.99999999999999999999",
    "ABC.1",
    "a".repeat(10_000),
    "'; --",
    "null",
    "undefined",
    "%00",
  ];

  async function firstFrames(path: string, headers: Record<string, string>, key: string): Promise<string> {
    const abort = new AbortController();
    const response = await server.fetch("GET", path, { key, headers, signal: abort.signal });
    expect({ status: response.status, type: response.headers.get("content-type") }).toEqual({
      status: 200,
      type: "text/event-stream; charset=utf-8",
    });
    const reader = response.body?.getReader();
    let text = "";
    while (!/event: (reset|ready)/.test(text)) {
      const next = await reader?.read();
      if (next === undefined || next.done) break;
      text += new TextDecoder().decode(next.value);
    }
    abort.abort();
    return text;
  }

  it.each(HOSTILE)("%s is answered by reset, never by an error", async (id) => {
    const team = await server.createTeam();
    const stream = `${team.activities}/stream`;
    expect(await firstFrames(stream, { "last-event-id": id }, team.key)).toContain("event: reset");
    expect(await firstFrames(`${stream}?lastEventId=${encodeURIComponent(id)}`, {}, team.key)).toContain(
      "event: reset",
    );
  });
});
