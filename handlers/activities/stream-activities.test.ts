import { createParser, type EventSourceMessage } from "eventsource-parser";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { getListenerState } from "@/stream/hub";
import { type TestCall, type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const keysSchema = z.object({ items: z.array(z.object({ id: z.string(), scopes: z.array(z.string()) })) });
const event = { eventType: "task.created", actor: { id: "u_1", name: "Ada" }, entity: { type: "task", id: "42" } };
const open = new Set<AbortController>();

afterEach(() => {
  for (const abort of open) abort.abort();
  open.clear();
});

/** An open stream of a team and the frames it has sent so far. */
async function openStream(team: TestTeam, query = "", call: TestCall = { key: team.key }) {
  const abort = new AbortController();
  open.add(abort);
  const response = await server.fetch("GET", `${team.activities}/stream${query}`, { ...call, signal: abort.signal });
  const frames: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (frame) => frames.push(frame) });
  const stream = { response, frames, isEnded: false, abort };
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  const read = async () => {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read())
      parser.feed(decoder.decode(next.value, { stream: true }));
  };
  // A connection that is cut is an error to its reader.
  void read()
    .catch(() => {})
    .finally(() => {
      stream.isEnded = true;
    });
  return stream;
}

const post = (team: TestTeam) => server.call("POST", team.activities, { key: team.key, json: event });

describe("GET …/activities/stream", () => {
  it("answers with the headers that keep proxies and Next from holding it back, and sends what is posted", async () => {
    const team = await server.createTeam();
    const stream = await openStream(team, "", { cookie: team.cookie });
    expect(stream.response.status).toBe(200);
    expect(Object.fromEntries(stream.response.headers)).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    });
    expect(stream.response.headers.has("connection")).toBe(false);
    await expect.poll(() => stream.frames.length).toBe(1);
    const posted = await post(team);
    await expect.poll(() => stream.frames.length).toBe(2);
    expect(JSON.parse(stream.frames[1]?.data ?? "")).toEqual(posted.body);
  });

  it("goes on after the Last-Event-ID header, which beats lastEventId in the address", async () => {
    const team = await server.createTeam();
    for (let sent = 0; sent < 3; sent += 1) await post(team);
    const { body } = await server.call("GET", team.activities, { key: team.key });
    const epoch = JSON.stringify(body).match(/"lastEventId":"(\w+)\./)?.[1];
    const ids = async (query: string, headers: Record<string, string>) => {
      const stream = await openStream(team, query, { key: team.key, headers });
      await expect.poll(() => stream.frames.at(-1)?.id).toBe(`${epoch}.3`);
      return stream.frames.map(({ id }) => id);
    };
    const query = `?lastEventId=${epoch}.1`;
    expect(await ids(query, {})).toEqual([`${epoch}.1`, `${epoch}.2`, `${epoch}.3`]);
    expect(await ids(query, { "last-event-id": `${epoch}.2` })).toEqual([`${epoch}.2`, `${epoch}.3`]);
    expect(await ids(query, { "last-event-id": "" })).toEqual([`${epoch}.1`, `${epoch}.2`, `${epoch}.3`]);
  });

  it("refuses before the first byte whoever may not read", async () => {
    const [team, other] = [await server.createTeam(), await server.createTeam()];
    const path = `${team.activities}/stream`;
    expect((await server.call("GET", path)).status).toBe(401);
    expect((await server.call("GET", path, { key: other.key })).status).toBe(401);
    expect((await server.call("GET", path, { cookie: other.cookie })).status).toBe(404);
    const writeOnly = await server.createKey(team, ["capture"]);
    expect((await server.call("GET", path, { key: writeOnly })).status).toBe(403);
  });

  it("is cut within a second when its key is revoked, and other streams are not", async () => {
    const team = await server.createTeam();
    const key = await server.createKey(team, ["read"]);
    const [revoked, kept] = [await openStream(team, "", { key }), await openStream(team)];
    await expect.poll(() => revoked.frames.length + kept.frames.length).toBe(2);
    await expect.poll(() => getListenerState().state).toBe("live");
    const { body } = await server.call("GET", `/api/teams/${team.slug}/keys`, { cookie: team.cookie });
    const { items } = keysSchema.parse(body);
    const id = items.find(({ scopes }) => scopes.join() === "read")?.id;
    const answer = await server.call("DELETE", `/api/teams/${team.slug}/keys/${id}`, { cookie: team.cookie });
    expect(answer.status).toBe(204);
    await expect.poll(() => revoked.isEnded, { timeout: 1_000 }).toBe(true);
    expect(kept.isEnded).toBe(false);
  });

  it("lets go of everything when the last reader goes away", async () => {
    const team = await server.createTeam();
    const stream = await openStream(team);
    await expect.poll(() => stream.frames.length).toBe(1);
    expect(getListenerState().state).not.toBe("idle");
    stream.abort.abort();
    await expect.poll(() => getListenerState().state).toBe("idle");
  });
});
