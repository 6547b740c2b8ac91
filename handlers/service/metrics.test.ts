import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { env } from "@/env";
import { EVENT } from "../testing/events";
import { type NodeDoor, openNodeDoor } from "../testing/node-door";
import { testServer } from "../testing/test-server";

const TOKEN = "a token of tests only";
const server = testServer();
let lanes: NodeDoor;
beforeAll(async () => {
  lanes = await openNodeDoor();
});
afterAll(() => lanes.close());
beforeEach(() => {
  Object.assign(env, { METRICS_TOKEN: undefined });
});

/** One call through the direct lanes, whatever door the suite runs through. */
async function direct(headers: Record<string, string> = {}): Promise<{ status: number; text: string; type: string }> {
  const request = new Request(`http://127.0.0.1:${lanes.port}/api/metrics`, { headers });
  const response = await lanes.fetch(request);
  if (response === null) throw new Error("no lane took it");
  return { status: response.status, text: await response.text(), type: response.headers.get("content-type") ?? "" };
}

describe("who may read metrics", () => {
  it("is whoever sends METRICS_TOKEN, from anywhere, and nobody else", async () => {
    Object.assign(env, { METRICS_TOKEN: TOKEN });
    const good = { authorization: `Bearer ${TOKEN}` };
    expect((await server.call("GET", "/api/metrics", { headers: good })).status).toBe(200);
    expect((await direct({ ...good, "x-forwarded-for": "203.0.113.9" })).status).toBe(200);
    for (const authorization of ["", "Bearer ", `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN]) {
      const answer = await server.call("GET", "/api/metrics", { headers: { authorization } });
      expect([answer.status, answer.body]).toMatchObject([401, { code: "unauthenticated" }]);
    }
    expect((await direct()).status).toBe(401);
  });

  it("is this machine without one, if it comes directly", async () => {
    expect((await direct()).status).toBe(200);
    const suspicious: Record<string, string>[] = [
      { "x-forwarded-for": "203.0.113.9" },
      { "x-forwarded-for": "127.0.0.1" },
      { forwarded: "for=127.0.0.1" },
      { "x-forwarded-proto": "https" },
      { host: "feed.example" },
    ];
    for (const headers of suspicious) {
      const answer = await direct(headers);
      expect(answer.status, JSON.stringify(headers)).toBe(403);
      expect(answer.text).toContain("METRICS_TOKEN");
    }
  });

  it("is nobody without one where the peer is unknown, as behind Next's route handlers", async () => {
    if (server.door === "node") return;
    const headers = { "x-forwarded-for": "127.0.0.1" };
    expect((await server.call("GET", "/api/metrics", { headers })).status).toBe(403);
  });

  it("is nobody by an API key", async () => {
    Object.assign(env, { METRICS_TOKEN: TOKEN });
    const { key } = await server.createTeam();
    expect((await server.call("GET", "/api/metrics", { key })).status).toBe(401);
  });
});

/** The samples of one scrape by name and labels. */
function samples(text: string): Map<string, number> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const space = line.lastIndexOf(" ");
      return [line.slice(0, space), Number(line.slice(space + 1))];
    }),
  );
}

describe("metrics", () => {
  it("count what happens between two scrapes, in Prometheus' format", async () => {
    const team = await server.createTeam();
    const before = await direct();
    expect(before.type).toBe("text/plain; version=0.0.4; charset=utf-8");
    const abort = new AbortController();
    const stream = await server.fetch("GET", `${team.activities}/stream`, { key: team.key, signal: abort.signal });
    const reader = stream.body?.getReader();
    let seen = "";
    const until = async (text: string) => {
      while (!seen.includes(text)) seen += new TextDecoder().decode((await reader?.read())?.value);
    };
    await until("event: ready");
    await server.call("POST", team.activities, { key: team.key, json: [EVENT, EVENT] });
    await until('"seq":2');
    const [first, second] = [samples(before.text), samples((await direct()).text)];
    abort.abort();
    const grown = (name: string) => (second.get(name) ?? Number.NaN) - (first.get(name) ?? Number.NaN);
    expect(grown("las_events_captured_total")).toBe(2);
    expect(grown("las_append_duration_seconds_count")).toBe(grown("las_appends_total"));
    expect(grown('las_append_duration_seconds_bucket{le="+Inf"}')).toBe(grown("las_appends_total"));
    expect(grown("las_appends_total")).toBeGreaterThan(0);
    expect(grown("las_deliveries_total")).toBe(2);
    expect(grown("las_commit_to_frame_seconds_count")).toBe(2);
    expect(grown("las_commit_to_frame_seconds_sum")).toBeGreaterThan(0);
    expect(grown("las_frames_sent_total")).toBeGreaterThanOrEqual(3);
    expect(grown('las_hub_queries_total{query="live"}')).toBeGreaterThan(0);
    expect(grown(`las_streams_open{door="${server.door === "node" ? "lane" : "next"}"}`)).toBe(1);
    expect(grown("las_polls_total")).toBeGreaterThan(0);
    const states = ["idle", "live", "polling", "degraded"].map((one) =>
      second.get(`las_listener_state{state="${one}"}`),
    );
    expect(states.reduce((sum, one) => (sum ?? 0) + (one ?? 0), 0)).toBe(1);
    expect(second.get("process_cpu_seconds_total")).toBeGreaterThan(0);
    for (const name of ["las_rate_limited_total", 'las_resets_total{reason="too_old"}', "las_doorbells_heard_total"])
      expect(second.has(name), name).toBe(true);
  });
});
