import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A way to a server that can be cut and shut, as a network can. */
export interface TcpGate {
  /** The server's address through the gate. */
  url: string;
  /** Cuts every connection. */
  cut(): void;
  /** Cuts every connection, and the ones that are tried until `open`. */
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

/** A gate in front of the server that `target` names. Throws when nothing answers there. */
export async function openTcpGate(target: string): Promise<TcpGate> {
  const url = new URL(target);
  const [host, port] = [url.hostname, Number(url.port)];
  const knock = connect(port, host);
  await once(knock, "connect").catch((cause: unknown) => {
    throw new Error(`nothing answers at ${host}:${port}`, { cause });
  });
  knock.destroy();
  const sockets = new Set<Socket>();
  let isShut = false;
  const server = createServer((client) => {
    if (isShut) return client.destroy();
    const upstream = connect(port, host);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket
        .on("error", () => {})
        .once("close", () => {
          sockets.delete(socket);
          other.destroy();
        });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  url.hostname = "127.0.0.1";
  url.port = String(address.port);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.toString(),
    cut,
    shut: () => {
      isShut = true;
      cut();
    },
    open: () => {
      isShut = false;
    },
    close: async () => {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
