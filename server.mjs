// The self-hosted process: Next's custom server with the product's direct lanes in front. Next compiles everything but this file;
// the compiled `instrumentation.ts` publishes the lanes.
import { createServer } from "node:http";
import { constants } from "node:zlib";
import compression from "compression";
import next from "next";

const port = Number(process.env.PORT || 3000);
const dev = process.env.NODE_ENV !== "production";

// Next hangs its own upgrade listener on the server it is given and would end our sockets: it gets one that never listens.
const nextDoor = createServer();
const app = next({ dev, port, httpServer: nextDoor });
const toNext = app.getRequestHandler();

/** Made anew in development whenever the code behind them changes. */
let lanes;
const published = new Promise((done) => {
  Object.defineProperty(globalThis, Symbol.for("las.lanes"), {
    get: () => lanes,
    set: (value) => {
      lanes = value;
      done();
    },
  });
});

const server = createServer({
  // Above the usual 60 s of proxies, so that they never send a call into a connection that is being closed.
  keepAliveTimeout: 75_000,
  // Addresses hold whole filters.
  maxHeaderSize: 65_536,
  // A request that takes longer to come in is cut; how long that is, is looked at only so often.
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
});
server.once("error", (error) => {
  const isTaken = error.code === "EADDRINUSE";
  process.stderr.write(isTaken ? `Port ${port} is in use: set PORT to another one.\n` : `${error.message}\n`);
  process.exit(1);
});
server.listen(port, async () => {
  let isReady = false;
  const ready = Promise.all([app.prepare(), published]);
  server.on("request", (request, response) => {
    if (isReady) answer(request, response);
    else void ready.then(() => answer(request, response));
  });
  server.on("upgrade", (request, socket, head) => {
    if (isReady && lanes.upgrade(request, socket, head)) return;
    // Hot reload, in development.
    if (dev && request.url.startsWith("/_next/")) nextDoor.emit("upgrade", request, socket, head);
    else socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
  });
  await ready;
  isReady = true;
});

const compressWith = (gzip, brotli) =>
  compression({ level: gzip, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: brotli } } });
/** A page is made for one reader who waits for it; a file is kept by browsers for ever. */
const compressPage = compressWith(3, 4);
const compressFile = compressWith(6, 5);

function answer(request, response) {
  if (lanes.handle(request, response)) return;
  const compress = request.url.startsWith("/_next/static/") ? compressFile : compressPage;
  compress(request, response, () => toNext(request, response));
}

/** For the shutdown, which begins with taking no new connections. */
globalThis[Symbol.for("las.http-server")] = server;
