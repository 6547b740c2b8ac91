import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { createLanes } from "../node/lanes";

/** What the test's server answers where the lanes leave a request to Next; no call of ours does. */
const LEFT_TO_NEXT = 599;
/** Headers of the connection and not of the answer: the web door has none of them. */
const OF_THE_CONNECTION = new Set(["connection", "date", "keep-alive", "transfer-encoding"]);

/** The direct lanes on a socket of their own, as `server.mjs` has them. */
export interface NodeDoor {
  readonly port: number;
  /** One request over HTTP; null when no lane took it. */
  fetch(request: Request): Promise<Response | null>;
  close(): Promise<void>;
}

/** The door that TEST_DOOR names: `node` for the direct lanes, else the web door. */
export function testDoor(): "web" | "node" {
  return process.env.TEST_DOOR === "node" ? "node" : "web";
}

function toResponse(message: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headersDistinct)) {
    if (!OF_THE_CONNECTION.has(name)) for (const one of value ?? []) headers.append(name, one);
  }
  const body = message.statusCode === 204 ? null : Readable.toWeb(message);
  return new Response(body as ReadableStream<Uint8Array> | null, { status: message.statusCode, headers });
}

/** Sends a request as it is, Host header included, which `fetch` would not. */
function send(request: Request, port: number): Promise<IncomingMessage> {
  const { pathname, search } = new URL(request.url);
  return new Promise((done, fail) => {
    const outgoing = httpRequest({
      port,
      host: "127.0.0.1",
      method: request.method,
      path: pathname + search,
      headers: Object.fromEntries(request.headers),
      agent: false,
      signal: request.signal,
    });
    // An error after the answer is the server's hanging up on a body that it refused.
    outgoing.once("response", done).on("error", fail);
    const { body } = request.clone();
    if (body === null) outgoing.end();
    else
      Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
        .on("error", () => {})
        .pipe(outgoing);
  });
}

/** Opens the lanes on a free port of this machine. */
export async function openNodeDoor(): Promise<NodeDoor> {
  const lanes = createLanes();
  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    if (lanes.handle(request, response)) return;
    response.writeHead(LEFT_TO_NEXT, { connection: "close" });
    response.end();
  })
    .on("upgrade", (request, socket, head) => {
      if (!lanes.upgrade(request, socket, head)) socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
    })
    .listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    port: address.port,
    fetch: async (request) => {
      const message = await send(request, address.port);
      message.on("error", () => {});
      return message.statusCode === LEFT_TO_NEXT ? null : toResponse(message);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
