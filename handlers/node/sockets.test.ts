import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { z } from "zod";
import { streamMessageSchema } from "@/activity/wire-schema";
import { getListenerState } from "@/stream/hub";
import { type NodeDoor, openNodeDoor } from "../testing/node-door";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
let door: NodeDoor;
beforeAll(async () => {
  door = await openNodeDoor();
});
afterAll(() => door.close());

const messageSchema = z.intersection(streamMessageSchema, z.object({ id: z.string() }));

/** Opens a socket; gives it with what it is sent. */
function open(team: TestTeam, query = "", headers: Record<string, string> = { authorization: `Bearer ${team.key}` }) {
  const socket = new WebSocket(`ws://127.0.0.1:${door.port}${team.activities}/socket${query}`, { headers });
  const messages: z.infer<typeof messageSchema>[] = [];
  socket.on("message", (data) => messages.push(messageSchema.parse(JSON.parse(String(data)))));
  return { socket, messages, events: () => messages.map(({ event }) => event) };
}

/** The status that an upgrade was answered with: 101 when it was not refused. */
function refusal(team: TestTeam, headers: Record<string, string>, query = ""): Promise<number | undefined> {
  const { socket } = open(team, query, headers);
  return new Promise((done, fail) => {
    socket.once("error", fail);
    socket.once("unexpected-response", (_, response) => {
      response.resume();
      done(response.statusCode);
    });
    socket.once("open", () => {
      socket.terminate();
      done(101);
    });
  });
}

async function post(team: TestTeam, eventType = "task.created", text = ""): Promise<unknown> {
  const json = { eventType, actor: { id: "a" }, entity: { type: "task", id: "1" }, metadata: { text } };
  return (await server.call("POST", team.activities, { key: team.key, json })).body;
}

describe("GET …/activities/socket", () => {
  it("sends the stream's messages, those of any length, and goes on after an id", async () => {
    const team = await server.createTeam();
    const reader = open(team);
    await expect.poll(reader.events).toEqual(["ready"]);
    // Lengths of one, two and eight bytes.
    const posted = [await post(team), await post(team, "comment.added", "é".repeat(30_000))];
    await expect.poll(() => reader.messages.slice(1).map(({ data }) => data)).toEqual(posted);
    reader.socket.terminate();
    const [first, second] = reader.messages.slice(1).map(({ id }) => id);
    const again = open(team, `?lastEventId=${first}`);
    await expect.poll(() => again.messages.map(({ id }) => id)).toEqual([first, second]);
    const lost = open(team, "?lastEventId=nonsense");
    await expect.poll(lost.events).toEqual(["reset", "ready"]);
    again.socket.terminate();
    lost.socket.terminate();
  });

  it("obeys the filter, and lets go of everything when its reader goes away", async () => {
    const team = await server.createTeam();
    const reader = open(team, "?type=task.*");
    await expect.poll(reader.events).toEqual(["ready"]);
    await post(team, "comment.added");
    const wanted = await post(team, "task.completed");
    await expect.poll(() => reader.messages.at(-1)?.data).toEqual(wanted);
    expect(reader.messages).toHaveLength(2);
    reader.socket.terminate();
    await expect.poll(() => getListenerState().state).toBe("idle");
  });

  it("refuses before the upgrade whoever may not read, what it does not know, and other sites' pages", async () => {
    const [team, other] = [await server.createTeam(), await server.createTeam()];
    expect(await refusal(team, {})).toBe(401);
    expect(await refusal(team, { authorization: `Bearer ${other.key}` })).toBe(401);
    expect(await refusal(team, { cookie: other.cookie })).toBe(404);
    expect(await refusal(team, { authorization: `Bearer ${team.key}` }, "?group=nothing")).toBe(422);
    expect(await refusal(team, { cookie: team.cookie, origin: "https://evil.example" })).toBe(403);
    const own = open(team, "", { cookie: team.cookie, origin: `http://127.0.0.1:${door.port}` });
    await expect.poll(own.events).toEqual(["ready"]);
    own.socket.terminate();
  });

  it("is closed within a second when its key is revoked, and when its reader says too much", async () => {
    const team = await server.createTeam();
    const key = await server.createKey(team, ["read"]);
    const [revoked, talker] = [open(team, "", { authorization: `Bearer ${key}` }), open(team)];
    await expect.poll(() => [...revoked.events(), ...talker.events()]).toEqual(["ready", "ready"]);
    talker.socket.on("error", () => {}).send("x".repeat(2_000));
    const [code] = await once(talker.socket, "close");
    expect(code).toBe(1_009);
    await expect.poll(() => getListenerState().state).toBe("live");
    const { body } = await server.call("GET", `/api/teams/${team.slug}/keys`, { cookie: team.cookie });
    const { items } = z
      .object({ items: z.array(z.object({ id: z.string(), scopes: z.array(z.string()) })) })
      .parse(body);
    const id = items.find(({ scopes }) => scopes.join() === "read")?.id;
    const closed = once(revoked.socket, "close");
    await server.call("DELETE", `/api/teams/${team.slug}/keys/${id}`, { cookie: team.cookie });
    expect((await closed)[0]).toBe(1_001);
  });
});
