import { createServer, connect as dial, type Socket } from "node:net";

/** A TCP proxy on the way of doorbells: it can leave them out, while all else gets through, and it can be cut. */
export interface QuietLine {
  port: number;
  isSilent: boolean;
  /** How many doorbells were left out. */
  swallowed: number;
  /** Ends the connections there are. True when there was one. */
  cut(): boolean;
  close(): void;
}

/** Splits what the far side says into messages and tells which of them are doorbells. */
type Splitter = () => (bytes: Buffer) => { message: Buffer; isDoorbell: boolean }[];

const NOTIFICATION = "A".charCodeAt(0);

/** PostgreSQL, unencrypted: a letter, then the length of all the rest. */
export const splitPostgres: Splitter = () => {
  let waiting: Buffer = Buffer.alloc(0);
  return (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    const messages: { message: Buffer; isDoorbell: boolean }[] = [];
    while (waiting.length >= 5) {
      const size = 1 + waiting.readUInt32BE(1);
      if (waiting.length < size) break;
      messages.push({ message: waiting.subarray(0, size), isDoorbell: waiting[0] === NOTIFICATION });
      waiting = waiting.subarray(size);
    }
    return messages;
  };
};

/** Redis and NATS, piece by piece as it arrives: a doorbell takes its neighbours with it. */
export const splitBroker: Splitter = () => (bytes) => [
  { message: bytes, isDoorbell: /\$7\r\nmessage\r\n|(^|\n)H?MSG /.test(bytes.toString("latin1")) },
];

/** Opens a proxy to `port` of this machine on a free port of its own. */
export async function openQuietLine(port: number, split: Splitter): Promise<QuietLine> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = dial(port, "127.0.0.1");
    const messagesOf = split();
    upstream.on("data", (bytes: Buffer) => {
      for (const { message, isDoorbell } of messagesOf(bytes)) {
        if (line.isSilent && isDoorbell) line.swallowed += 1;
        else client.write(message);
      }
    });
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
  const line: QuietLine = {
    port: 0,
    isSilent: false,
    swallowed: 0,
    cut: () => {
      const isOpen = sockets.size > 0;
      for (const socket of sockets) socket.destroy();
      return isOpen;
    },
    close: () => {
      server.close();
      line.cut();
    },
  };
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (typeof address === "object" && address !== null) line.port = address.port;
  return line;
}
