import { connect } from "node:net";
import { WebSocketServer } from "ws";

/**
 * A WebSocket-to-TCP relay, as Neon runs one before its databases: lets the Neon driver reach any Postgres.
 * Every connection goes to `host:port`, whatever address it asks for. Gives its own `host:port`.
 */
export async function openRelay(host, port) {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await new Promise((done) => server.once("listening", done));
  server.on("connection", (socket) => {
    const upstream = connect(port, host);
    upstream.on("data", (bytes) => socket.send(bytes));
    upstream.on("close", () => socket.close());
    upstream.on("error", () => socket.close());
    socket.on("message", (bytes) => upstream.write(bytes));
    socket.on("close", () => upstream.destroy());
    socket.on("error", () => upstream.destroy());
  });
  return {
    address: `127.0.0.1:${server.address().port}`,
    close: () => {
      for (const client of server.clients) client.terminate();
      return new Promise((done) => server.close(done));
    },
  };
}
