// The direct lanes: the hot calls of the self-hosted process, answered by the same handlers before Next's router sees them.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { ActivityError } from "@/activity/errors";
import { env } from "@/env";
import { log } from "@/log";
import { captureActivitiesCall } from "../activities/capture-activities";
import { streamActivitiesCall } from "../activities/stream-activities";
import type { Handler, PlainAnswer, StreamAnswer } from "../call";
import { answerCall, isToHangUp } from "../door";
import { dressPage, isPage } from "../security-headers";
import { metricsCall } from "../service/metrics";
import { streamSharedCall } from "../shared/shared-calls";
import { receiveWebhookCall } from "../webhooks/receive-webhook";
import { isFromThisMachine, parseProxies, settleForwarded } from "./forwarded";
import { pathOf, toNodeCall } from "./node-call";
import { EventStreamSink } from "./node-sink";
import { openSockets } from "./sockets";

interface Lane {
  method: string;
  path: RegExp;
  param?: string;
  handler: Handler;
}

const METRICS_PATH = "/api/metrics";

const LANES: readonly Lane[] = [
  { method: "POST", path: /^\/api\/teams\/([^/]+)\/activities$/, param: "team", handler: captureActivitiesCall },
  { method: "GET", path: /^\/api\/teams\/([^/]+)\/activities\/stream$/, param: "team", handler: streamActivitiesCall },
  { method: "GET", path: /^\/api\/shared\/([^/]+)\/activities\/stream$/, param: "token", handler: streamSharedCall },
  { method: "POST", path: /^\/api\/webhooks\/([^/]+)$/, param: "integration", handler: receiveWebhookCall },
  // Not hot, but only here the peer's address is known.
  { method: "GET", path: new RegExp(`^${METRICS_PATH}$`), handler: metricsCall },
];

/** What `server.mjs` asks of the compiled product. */
export interface Lanes {
  /** Looks at every request first. True when a lane took it; else Next is to answer, and a page's headers are there. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Looks at every upgrade. True when it was for a stream, or refused as one. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Writes a plain answer. What is too long or too slow of a body that was not read is thrown away with its connection. */
function send(request: IncomingMessage, response: ServerResponse, answer: PlainAnswer): void {
  const body = answer.body ?? "";
  const headers: Record<string, string | number> = { ...answer.headers, "content-length": Buffer.byteLength(body) };
  if (answer.status === 204) delete headers["content-length"];
  const isLeft = !request.complete && isToHangUp(answer, request.headers["content-length"] ?? null);
  if (isLeft) headers.connection = "close";
  response.writeHead(answer.status, headers);
  if (isLeft) {
    hangUp(request, response, body);
    return;
  }
  response.end(body);
  if (!request.complete) request.resume();
}

/** How long a connection is kept for its sender to read the answer, milliseconds. */
const LINGER_MS = 1_000;

/**
 * Ends a connection whose sender is still sending, and takes nothing more from it. Closed at once, it would be reset before the
 * answer is read (RFC 9112, section 9.6).
 */
function hangUp(request: IncomingMessage, response: ServerResponse, body: string): void {
  request.pause();
  response.write(body);
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, LINGER_MS);
  request.once("close", end);
}

/** Starts a stream on the response's socket. A pipelined call has none until the answers before it are out. */
function open(response: ServerResponse, answer: StreamAnswer): void {
  const start = () => {
    const { socket } = response;
    if (socket === null || socket.destroyed) return;
    response.writeHead(answer.status, answer.headers);
    response.flushHeaders();
    const leave = answer.open(new EventStreamSink(response, socket));
    response.once("close", leave);
  };
  if (response.socket === null) response.once("socket", start);
  else start();
}

/** What answers a path that no URL can have; Next would fail on it. */
const refuseMalformedPath: Handler = async () => {
  throw new ActivityError("malformed_path", "The path is not a valid URL path");
};

/** TRACE says a request back, cookies and keys included (RFC 9110, section 9.3.8); Next would fail on it. */
const refuseTrace: Handler = async () => {
  throw new ActivityError("method_not_allowed", "TRACE is not answered here");
};

/** The handler of a request with the path's parameters; null when it is Next's. */
function routeOf(lanes: readonly Lane[], request: IncomingMessage): [Handler, Record<string, string>] | null {
  const path = pathOf(request);
  if (request.method === "TRACE") return [refuseTrace, {}];
  if (!isDecodable(path)) return [refuseMalformedPath, {}];
  for (const { method, path: pattern, param, handler } of lanes) {
    const found = method === request.method ? pattern.exec(path) : null;
    if (found !== null) return [handler, param === undefined ? {} : { [param]: decodeURIComponent(found[1] ?? "") }];
  }
  return null;
}

async function take(
  [handler, params]: [Handler, Record<string, string>],
  request: IncomingMessage,
  response: ServerResponse,
  isLocal: boolean,
): Promise<void> {
  const answer = await answerCall(handler, toNodeCall(request, params, isLocal));
  if (response.destroyed) return;
  if ("open" in answer) open(response, answer);
  else send(request, response, answer);
}

/** Gives a page's request and answer their headers: in Next's own place for it, its proxy, that was 6 % of a page's time. */
function dress(request: IncomingMessage, response: ServerResponse): void {
  const path = pathOf(request);
  if (!isPage(path)) return;
  const forwarded = request.headers["x-forwarded-proto"];
  const { asked, answered } = dressPage(path, typeof forwarded === "string" ? forwarded : null);
  Object.assign(request.headers, asked);
  for (const [name, value] of Object.entries(answered)) response.setHeader(name, value);
}

/** The lanes of this process. Throws a sentence when TRUSTED_PROXIES is not usable. */
export function createLanes(): Lanes {
  const proxies = parseProxies(env.TRUSTED_PROXIES);
  // Hot reload does not reach the lanes.
  const lanes = env.LANES === "on" && env.NODE_ENV !== "development" ? LANES : [];
  const upgrade = openSockets();
  const settle = (request: IncomingMessage) =>
    settleForwarded(request.headers, request.socket.remoteAddress ?? "", proxies);
  return {
    upgrade: (request, socket, head) => {
      settle(request);
      return lanes.length > 0 && upgrade(request, socket, head);
    },
    handle: (request, response) => {
      const isLocal =
        pathOf(request) === METRICS_PATH && isFromThisMachine(request.headers, request.socket.remoteAddress ?? "");
      settle(request);
      const route = routeOf(lanes, request);
      if (route === null) {
        dress(request, response);
        return false;
      }
      take(route, request, response, isLocal).catch((error: unknown) => {
        log.error({ err: error }, "a call could not be answered");
        response.destroy();
      });
      return true;
    },
  };
}
