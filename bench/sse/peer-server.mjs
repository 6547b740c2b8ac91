// The plainest servers that do the same: `peer-server.mjs http|ws|redis|insert -p <port>`. POST /publish sends its body to every reader of /stream.
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { WebSocketServer } from "ws";

const [, , mode, , port] = process.argv;
const responses = new Set();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
let id = 0;

function send(body) {
  id += 1;
  if (mode === "ws") {
    const message = Buffer.from(`{"id":"${id}","event":"activity","data":${body}}`);
    for (const socket of sockets.clients) socket.send(message, { binary: false });
    return;
  }
  const frame = Buffer.from(`id: ${id}\nevent: activity\ndata: ${body}\n\n`);
  for (const response of responses) response.write(frame);
}

/** What makes an event known to `send`: by `redis`, an insert, its commit, and a round trip over the broker's pub/sub; `insert` only commits. */
let publish = async (body) => send(body);
if (mode === "redis" || mode === "insert") {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({ connectionString: process.env.BENCH_POSTS_URL, max: 10 });
  const insert = (body) => pool.query(process.env.BENCH_INSERT, [process.env.BENCH_TEAM, body]);
  publish = insert;
  if (mode === "redis") {
    const { Redis } = await import("ioredis");
    const [publisher, subscriber] = [new Redis(process.env.BENCH_REDIS_URL), new Redis(process.env.BENCH_REDIS_URL)];
    await subscriber.subscribe("events");
    subscriber.on("message", (_channel, body) => send(body));
    publish = async (body) => {
      await insert(body);
      await publisher.publish("events", body);
    };
  }
}

const server = createServer(async (request, response) => {
  if (request.method === "POST") {
    const body = await text(request);
    await publish(body);
    response.writeHead(201, { "content-type": "application/json" }).end(body);
  } else if (request.url === "/stream") {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
    response.write("retry: 2000\n\n");
    responses.add(response);
    response.on("close", () => responses.delete(response));
  } else response.end("ready");
});
server.on("upgrade", (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => webSocket.send('{"event":"ready"}'));
});
server.listen(Number(port));
