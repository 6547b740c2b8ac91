// The servers that the stream bench compares, each in a process of its own, with how to read from it and publish to it.
import { spawnSync } from "node:child_process";
import { makeEvents } from "../events";
import { type ServerProcess, startProduct, startServer } from "../server-process";
import type { BenchTeam } from "../team";
import type { Load } from "./load-schema";
import { startNchan } from "./nchan";

const NEXT = `${process.cwd()}/node_modules/next/dist/bin/next`;
const NEXT_APP = "bench/sse/next-app";

/** A side of the comparison. */
export interface Side {
  target: Pick<Load, "origin" | "request" | "publishUrl" | "publishHeaders" | "bodies" | "pids">;
  stop(): Promise<void>;
  /** Null for nginx. */
  server: ServerProcess | null;
  /** True for one that promises no delivery: its load is put on it again when something did not come. */
  mayLose: boolean;
}

const get = (path: string, headers = "") =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n${headers}\r\n`;
const upgrade =
  "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n";
const json = { "content-type": "application/json" };

function withServer(server: ServerProcess, target: Omit<Side["target"], "origin" | "pids" | "publishUrl">): Side {
  const { origin, pid, stop } = server;
  return { target: { origin, pids: [pid], publishUrl: `${origin}/publish`, ...target }, stop, server, mayLose: false };
}

/** Our process, as `npm start` runs it. */
export async function startOurs(databaseUrl: string, team: BenchTeam, environment = {}): Promise<Side> {
  const server = await startProduct({ DATABASE_URL: databaseUrl, ...environment });
  const path = `/api/teams/${team.slug}/activities`;
  const { target, stop } = withServer(server, {
    request: get(`${path}/stream`, `Authorization: Bearer ${team.key}\r\n`),
    publishHeaders: { ...json, authorization: `Bearer ${team.key}` },
    bodies: makeEvents(200, 7).map((event) =>
      JSON.stringify({ ...event, entity: { ...event.entity, url: "https://tracker.example/@@mark@@" } }),
    ),
  });
  return { target: { ...target, publishUrl: server.origin + path }, stop, server, mayLose: false };
}

/** The readers of one of our servers, with the events posted to another one. */
export function postElsewhere(readers: Side, capturing: Side): Side {
  return { ...readers, target: { ...readers.target, publishUrl: capturing.target.publishUrl } };
}

/** The same over WebSocket. */
export function overWebSocket(ours: Side): Side {
  const request = ours.target.request.replace("/stream ", "/socket ").replace(/\r\n$/, `${upgrade}\r\n`);
  return { ...ours, target: { ...ours.target, request } };
}

/** What our readers are sent for such events: the other sides send the same texts. */
export async function readStored(ours: Side, team: BenchTeam): Promise<string[]> {
  const { publishUrl, publishHeaders, bodies } = ours.target;
  const stored: string[] = [];
  for (const body of bodies.slice(0, 50)) {
    const answer = await fetch(publishUrl, { method: "POST", headers: publishHeaders, body });
    if (answer.status !== 201) throw new Error(`an event of ${team.slug} was answered ${answer.status}`);
    stored.push(await answer.text());
  }
  return stored;
}

/** `http`: node:http and `response.write`; `ws`: the library ws; `insert`: node:http that commits; `redis`: the same, and Redis pub/sub to its readers. */
export async function startPeer(
  mode: "http" | "ws" | "redis" | "insert",
  bodies: string[],
  environment = {},
): Promise<Side> {
  const server = await startServer({
    script: ["bench/sse/peer-server.mjs", mode],
    directory: process.cwd(),
    healthPath: "/",
    healthStatus: 200,
    environment,
  });
  return withServer(server, {
    request: mode === "ws" ? get("/socket", upgrade) : get("/stream"),
    publishHeaders: json,
    bodies,
  });
}

/** A route handler with a ReadableStream, in an app of its own. */
export async function startPlainNext(bodies: string[], environment = {}): Promise<Side> {
  const built = spawnSync(process.execPath, [NEXT, "build"], {
    cwd: NEXT_APP,
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (built.status !== 0) throw new Error(`the plain app was not built: ${built.stdout} ${built.stderr}`);
  const server = await startServer({
    script: [NEXT, "start"],
    directory: NEXT_APP,
    healthPath: "/publish",
    healthStatus: 200,
    environment,
  });
  const side = withServer(server, { request: get("/stream"), publishHeaders: json, bodies });
  return { ...side, mayLose: true };
}

/** nginx with nchan. */
export async function startNginx(bodies: string[]): Promise<Side> {
  const { origin, pids, stop } = await startNchan();
  const target = {
    origin,
    pids,
    request: get("/stream"),
    publishUrl: `${origin}/publish`,
    publishHeaders: json,
    bodies,
  };
  return { target, stop, server: null, mayLose: true };
}
