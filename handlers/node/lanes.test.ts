import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NodeDoor, openNodeDoor } from "../testing/node-door";
import { type TestTeam, testServer } from "../testing/test-server";
import { createLanes } from "./lanes";

const server = testServer();
let door: NodeDoor;
let team: TestTeam;
beforeAll(async () => {
  door = await openNodeDoor();
  team = await server.createTeam();
});
afterAll(() => door.close());

/** Sends bytes as they are and gives what came back, once `isEnough` holds or the server hung up. */
function exchange(
  sent: string,
  isEnough: (text: string) => boolean,
  port = door.port,
): Promise<{ text: string; isClosed: boolean }> {
  return new Promise((done, fail) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(sent));
    socket.on("data", (bytes) => {
      text += bytes;
      if (!isEnough(text)) return;
      socket.destroy();
      done({ text, isClosed: false });
    });
    socket.once("end", () => done({ text, isClosed: true })).once("error", fail);
  });
}

function request(line: string, headers: Record<string, string>, body = ""): string {
  const all = { host: "feed.example", authorization: `Bearer ${team.key}`, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
}

const event = JSON.stringify({ eventType: "task.created", actor: { id: "a" }, entity: { type: "task", id: "1" } });
const post = (headers: Record<string, string> = {}) =>
  request(
    `POST ${team.activities}`,
    { "content-type": "application/json", "content-length": String(event.length), ...headers },
    event,
  );

function portOf(listening: Server): number {
  const address = listening.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

describe("the direct lanes", () => {
  it("answer one call after the other on a connection, a stream pipelined behind a post included", async () => {
    const stream = request(`GET ${team.activities}/stream`, {});
    const { text } = await exchange(post() + post() + stream, (so) => so.includes("event: ready"));
    expect(text.match(/HTTP\/1\.1 201/g)).toHaveLength(2);
    // One ready-made chunk: its length, the frame, the end of the chunk.
    const chunk = /\r\n\r\n([0-9a-f]+)\r\n(retry: [\s\S]*?\n\n)\r\n/.exec(text);
    expect(Number.parseInt(chunk?.[1] ?? "", 16)).toBe(Buffer.byteLength(chunk?.[2] ?? ""));
  });

  it("give a reader of HTTP/1.0 the plain frames", async () => {
    const old = request(`GET ${team.activities}/stream`, {}).replace("HTTP/1.1", "HTTP/1.0");
    const { text } = await exchange(old, (so) => so.includes("event: ready"));
    expect(text).toMatch(/\r\n\r\nretry: \d+\nid: /);
  });

  it("keep the connection after a refusal whose short body nobody read", async () => {
    const refused = post({ authorization: "Bearer nothing" });
    const { text } = await exchange(refused + post(), (so) => so.includes("HTTP/1.1 201"));
    expect(text.startsWith("HTTP/1.1 401")).toBe(true);
  });

  it("answer and hang up when a long body is refused", async () => {
    const { text, isClosed } = await exchange(post({ "content-length": "99999999" }), () => false);
    expect([text.slice(0, 12), isClosed]).toEqual(["HTTP/1.1 413", true]);
  });

  it.each<Record<string, string>>([
    { "transfer-encoding": "chunked" },
    { "Content-Length": String(event.length + 1) },
    { "content-length": "5, 6" },
    { "content-length": "0x10" },
    { "transfer-encoding": "xchunked", "content-length": "" },
  ])("take no call whose body ends in two places or nowhere: %j", async (headers) => {
    const { text, isClosed } = await exchange(post(headers) + post(), (so) => so.includes("HTTP/1.1 2"));
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(isClosed).toBe(true);
  });

  it.each(["/", "/api/health"])("answer no TRACE, and say nothing of the request back: %s", async (path) => {
    const { text } = await exchange(request(`TRACE ${path}`, { cookie: "a=secret" }), (so) => so.includes("}"));
    expect(text).toMatch(/^HTTP\/1\.1 405 /);
    expect(text).not.toContain("secret");
    expect(text).not.toContain(team.key);
  });

  it("answer 400 to a path that is none", async () => {
    const { text } = await exchange(request("GET /%ZZ", {}), (so) => so.includes("}"));
    expect(text).toMatch(/^HTTP\/1\.1 400/);
    expect(text).toContain("application/problem+json");
    expect(text).toContain('"status":400,"code":"malformed_path"');
  });

  it("answer whatever the Host header says", async () => {
    const stream = request(`GET ${team.activities}/stream`, { host: "a b:c%" });
    const { text } = await exchange(stream, (so) => so.includes("event: ready"));
    expect(text).toMatch(/^HTTP\/1\.1 200/);
  });

  it("make forwarded headers true before Next or anybody reads them, those of an upgrade too", async () => {
    const lanes = createLanes();
    const seen: (string | string[] | undefined)[] = [];
    const look = ({ headers }: IncomingMessage) => {
      seen.push(headers["x-forwarded-for"], headers["x-forwarded-host"]);
    };
    const behind = createServer((request, response) => {
      expect(lanes.handle(request, response)).toBe(false);
      look(request);
      response.end();
    });
    behind.on("upgrade", (request, socket, head) => {
      expect(lanes.upgrade(request, socket, head)).toBe(false);
      look(request);
      socket.end("HTTP/1.1 404 Not Found\r\n\r\n");
    });
    behind.listen(0, "127.0.0.1");
    await once(behind, "listening");
    const forged = { "x-forwarded-for": "6.6.6.6", "x-forwarded-host": "evil.example", connection: "close" };
    const upgrade = { ...forged, connection: "upgrade", upgrade: "websocket" };
    for (const headers of [forged, upgrade]) await exchange(request("GET /acme", headers), () => false, portOf(behind));
    expect(seen).toEqual(["127.0.0.1", undefined, "127.0.0.1", undefined]);
    behind.close();
  });

  it("give a page its headers and a nonce of its own, whatever its request says, and leave the API's to the API", async () => {
    const lanes = createLanes();
    const nonces: unknown[] = [];
    const before = createServer((request, response) => {
      expect(lanes.handle(request, response)).toBe(false);
      const { "x-nonce": nonce, "content-security-policy": policy } = request.headers;
      if (nonce !== "forged") expect(policy).toContain(`'nonce-${nonce}'`);
      nonces.push(nonce);
      response.end();
    });
    before.listen(0, "127.0.0.1");
    await once(before, "listening");
    const read = async (path: string) =>
      (
        await exchange(
          request(`GET ${path}`, { "x-nonce": "forged", connection: "close" }),
          () => false,
          portOf(before),
        )
      ).text;
    const [one, other, secret, call] = [
      await read("/acme?q=1"),
      await read("/acme"),
      await read("/s/token"),
      await read("/api/health"),
    ];
    for (const answer of [one, other, secret]) expect(answer).toMatch(/content-security-policy: .*'nonce-/i);
    expect(one).toMatch(/x-frame-options: DENY/i);
    expect(secret).toMatch(/referrer-policy: no-referrer/i);
    expect(call).not.toMatch(/content-security-policy/i);
    expect(new Set(nonces).size).toBe(4);
    expect(nonces[3]).toBe("forged");
    before.close();
  });

  it("leave everything else to Next", async () => {
    const { text } = await exchange(request(`GET ${team.activities}`, {}), () => false);
    expect(text).toMatch(/^HTTP\/1\.1 599/);
  });
});
