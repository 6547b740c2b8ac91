import { createServer, connect as dial, type Socket } from "node:net";

const NOTIFICATION = "A".charCodeAt(0);

/** A TCP proxy before a database that can leave notifications out of what the database says. */
export interface NotificationFilter {
  port: number;
  isSilent: boolean;
  /** How many were left out. */
  swallowed: number;
  close(): void;
}

/** Splits what a database says into messages: one letter, then the length of all the rest. */
function forwarding(filter: NotificationFilter, client: Socket): (bytes: Buffer) => void {
  let waiting: Buffer = Buffer.alloc(0);
  return (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    while (waiting.length >= 5) {
      const size = 1 + waiting.readUInt32BE(1);
      if (waiting.length < size) return;
      const message = waiting.subarray(0, size);
      waiting = waiting.subarray(size);
      if (filter.isSilent && message[0] === NOTIFICATION) filter.swallowed += 1;
      else client.write(message);
    }
  };
}

/** Opens a proxy to `port` on a free port of its own. Only unencrypted connections can be understood. */
export async function openNotificationFilter(port: number): Promise<NotificationFilter> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = dial(port, "127.0.0.1");
    upstream.on("data", forwarding(filter, client));
    client.pipe(upstream);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  const filter: NotificationFilter = {
    port: 0,
    isSilent: false,
    swallowed: 0,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (typeof address === "object" && address !== null) filter.port = address.port;
  return filter;
}
