import { randomUUID } from "node:crypto";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { deliveryPageSchema } from "@/activity/delivery";
import { githubSource } from "@/ingest/integrations/github";
import { log } from "@/log";
import { openNodeDoor } from "../testing/node-door";
import { type TestTeam, testServer } from "../testing/test-server";
import { openWebDoor } from "../testing/web-door";
import { BODY_TIMES } from "../watch-body";

const server = testServer();
const MB = 1_048_576;
/** A gate lets 32 deliveries work at once: stalled senders must not be among them. */
const STALLED = 40;
const usual = { ...BODY_TIMES };

let team: TestTeam;
let hook: { log: string; path: string; secret: string };
beforeEach(async () => {
  team = await server.createTeam();
  const path = `/api/teams/${team.slug}/integrations`;
  const { body } = await server.call("POST", path, { cookie: team.cookie, json: { provider: "github" } });
  const { id, secret } = z.object({ id: z.uuid(), secret: z.string() }).parse(body);
  hook = { log: `${path}/${id}/deliveries`, path: `/api/webhooks/${id}`, secret };
});
afterEach(() => {
  Object.assign(BODY_TIMES, usual);
  vi.restoreAllMocks();
});

/** What a sender heard until its connection was closed, and after how long it began. */
interface Heard {
  text: string;
  afterMs: number;
}

/** A sender's raw socket: its head is sent, and `feed` sends what it likes until the connection is closed. */
function talk(port: number, headers: Record<string, string | number>, feed: (socket: Socket) => void): Promise<Heard> {
  const head = Object.entries({ host: "feed.example", "x-github-event": "star", ...headers });
  const lines = head.map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((done) => {
    const start = performance.now();
    let text = "";
    let afterMs = Number.POSITIVE_INFINITY;
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(`POST ${hook.path} HTTP/1.1\r\n${lines.join("")}\r\n`);
      feed(socket);
    });
    socket.on("data", (bytes) => {
      text += bytes;
      afterMs = Math.min(afterMs, performance.now() - start);
    });
    // Who sends on into a closed connection hears an error: what counts is what was answered before.
    socket.on("error", () => {}).once("close", () => done({ text, afterMs }));
  });
}

const whole = JSON.stringify({ action: "created", sender: { login: "ada" }, repository: { full_name: "acme/web" } });

/** A genuine delivery, sent at once. */
const deliver = (port: number) => {
  const signed = githubSource.sign(whole, { secret: hook.secret, id: randomUUID(), at: new Date() });
  const headers = { ...signed, connection: "close", "content-length": whole.length, "x-github-delivery": randomUUID() };
  return talk(port, headers, (socket) => socket.write(whole));
};

/** Null when nothing was heard. */
const statusOf = ({ text }: Heard) => (text === "" ? null : Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]));
/** What the log says of each refused call. */
async function readDiagnoses() {
  const { items } = deliveryPageSchema.parse((await server.call("GET", hook.log, { cookie: team.cookie })).body);
  return items.map(({ outcome, diagnosis }) => (outcome === "refused" ? diagnosis?.code : outcome));
}

describe.each([
  { name: "the direct lanes", openDoor: openNodeDoor, isHeard: true },
  // Next closes a connection without waiting for what its sender still sends, and the answer may be lost with it.
  { name: "the web door", openDoor: openWebDoor, isHeard: false },
])("$name", ({ openDoor, isHeard }) => {
  let door: { port: number; close(): Promise<void> };
  beforeAll(async () => {
    door = await openDoor();
  });
  afterAll(() => door.close());

  it("end a sender that stops half way, and say so", async () => {
    Object.assign(BODY_TIMES, { idleMs: 400 });
    const heard = await talk(door.port, { "content-length": whole.length }, (socket) =>
      socket.write(whole.slice(0, 9)),
    );
    expect(statusOf(heard)).toBe(408);
    expect(heard.text).toContain('"code":"incomplete_body"');
    expect(heard.afterMs).toBeLessThan(10_000);
    await expect.poll(readDiagnoses).toEqual(["incomplete"]);
  });

  it("end a sender that never stands still and never ends", async () => {
    Object.assign(BODY_TIMES, { wholeMs: 1_200 });
    const heard = await talk(door.port, { "transfer-encoding": "chunked" }, (socket) => {
      const drip = setInterval(() => socket.write("1\r\nx\r\n"), 100);
      socket.once("close", () => clearInterval(drip));
    });
    expect(statusOf(heard)).toBe(408);
    expect(heard.afterMs).toBeGreaterThan(1_000);
    expect(heard.afterMs).toBeLessThan(10_000);
  });

  it("take others' deliveries meanwhile", async () => {
    const sockets: Socket[] = [];
    const stalled = Array.from({ length: STALLED }, () =>
      talk(door.port, { "content-length": whole.length }, (socket) => {
        socket.write("{");
        sockets.push(socket);
      }),
    );
    await expect.poll(() => sockets.length).toBe(STALLED);
    await sleep(100);
    const heard = await deliver(door.port);
    expect(statusOf(heard)).toBe(201);
    expect(heard.afterMs).toBeLessThan(8_000);
    for (const socket of sockets) socket.destroy();
    await Promise.all(stalled);
  });

  it("take a body that comes slowly, yet in time", async () => {
    Object.assign(BODY_TIMES, { idleMs: 1_000 });
    const signed = githubSource.sign(whole, { secret: hook.secret, id: "", at: new Date() });
    const heard = await talk(
      door.port,
      { ...signed, connection: "close", "content-length": whole.length },
      (socket) => {
        const pieces = [whole.slice(0, 20), whole.slice(20, 40), whole.slice(40, 60), whole.slice(60)];
        for (const [place, piece] of pieces.entries()) setTimeout(() => socket.write(piece), 400 * place);
      },
    );
    expect(statusOf(heard)).toBe(201);
  });

  it("refuse a body that says it is too long before it is sent, and one that turns out to be as soon as it does", async () => {
    const announced = await talk(door.port, { "content-length": 30 * MB }, () => {});
    expect(statusOf(announced)).toBe(413);
    expect(announced.afterMs).toBeLessThan(8_000);
    let sent = 0;
    const piece = `100000\r\n${"x".repeat(MB)}\r\n`;
    const endless = await talk(door.port, { "transfer-encoding": "chunked" }, (socket) => {
      const pour = () => {
        while (!socket.destroyed && sent < 200 * MB) {
          sent += MB;
          if (!socket.write(piece)) return void socket.once("drain", pour);
        }
      };
      pour();
    });
    expect(isHeard ? [413] : [413, null]).toContain(statusOf(endless));
    expect(sent).toBeLessThan(60 * MB);
    await expect.poll(readDiagnoses).toEqual(["too_large", "too_large"]);
  });

  it("do not take a connection that broke off for a fault of ours", async () => {
    const complaints = vi.spyOn(log, "error");
    const warnings = vi.spyOn(log, "warn");
    await talk(door.port, { "content-length": whole.length }, (socket) => {
      socket.write("{");
      setTimeout(() => socket.destroy(), 50);
    });
    await expect.poll(readDiagnoses).toEqual(["incomplete"]);
    expect([...complaints.mock.calls, ...warnings.mock.calls]).toEqual([]);
  });

  it.each(["gzip", "br", "zstd", "deflate", "gzip, identity"])("refuse a body in %s", async (encoding) => {
    const headers = { "content-encoding": encoding, "content-length": whole.length, connection: "close" };
    expect(statusOf(await talk(door.port, headers, (socket) => socket.write(whole)))).toBe(415);
  });
});
