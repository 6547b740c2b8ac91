import { EventEmitter } from "node:events";
import { resolve } from "node:path";
import { Duplex } from "node:stream";
import type { Worker } from "node:worker_threads";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { log } from "@/log";
import * as schema from "../schema";
import type { Driver } from "./driver";
import { takeEngine } from "./embedded-engine.mjs";

/** What the embedded driver adds: a copy of the whole database, to open others from. */
export interface EmbeddedDriver extends Driver {
  snapshot(): Promise<Uint8Array<ArrayBuffer>>;
}

let sockets = 0;

/** What the worker says; `socket` is the connection that asked. */
type WorkerMessage =
  | { kind: "closed" }
  | { kind: "answer"; socket: number; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "snapshot"; bytes: Uint8Array<ArrayBuffer> };

/** The worker's messages as the socket that `pg` expects. */
class WorkerSocket extends Duplex {
  private readonly id: number;

  constructor(private readonly worker: Worker) {
    super();
    sockets += 1;
    const id = sockets;
    const onMessage = (message: WorkerMessage) => {
      if (message.kind === "answer" && message.socket === id) this.push(Buffer.from(message.bytes.buffer));
    };
    const onExit = () => this.destroy(new Error("the embedded database has stopped"));
    worker.on("message", onMessage).once("exit", onExit);
    this.once("close", () => worker.off("message", onMessage).off("exit", onExit));
    this.id = id;
  }
  connect(): this {
    queueMicrotask(() => this.emit("connect"));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  override _read(): void {}
  override _final(done: () => void): void {
    this.push(null);
    done();
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.worker.postMessage({ kind: "query", socket: this.id, bytes: new Uint8Array(chunk) });
    done();
  }
  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), "buffer", done);
  }
}

function nextMessage(worker: Worker, kind: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((done, fail) => {
    const onMessage = (message: WorkerMessage) => {
      if (message.kind !== kind) return;
      worker.off("message", onMessage).off("error", fail).off("exit", onExit);
      done("bytes" in message ? message.bytes : new Uint8Array());
    };
    const onExit = () => fail(new Error("the embedded database has stopped"));
    worker.on("message", onMessage).once("error", fail).once("exit", onExit);
  });
}

/**
 * PGlite in a worker thread, reached through `pg` over one connection: the same client code as on a server.
 * `dataDir` null keeps it in memory. The directory is locked until `close`; a second process gets a clear sentence.
 */
export async function openEmbeddedDriver(options: {
  dataDir: string | null;
  snapshot?: Uint8Array;
}): Promise<EmbeddedDriver> {
  const { worker, lock } = await takeEngine(
    options.dataDir === null ? null : resolve(options.dataDir),
    options.snapshot ?? null,
  );
  worker.on("error", (error) => log.fatal({ err: error }, "the embedded database failed"));

  const notifications = new EventEmitter();
  notifications.setMaxListeners(0);
  const pool = new pg.Pool({
    user: "postgres",
    database: "postgres",
    max: 1,
    idleTimeoutMillis: 0,
    stream: () => new WorkerSocket(worker) as never,
  });
  pool.on("error", (error) => log.error({ reason: error.message }, "the embedded database connection was lost"));
  // PGlite is one session: what it is notified of arrives on whichever query comes next, on this one connection.
  pool.on("connect", (client) => {
    client.on("notification", (message) => notifications.emit("notification", message.channel, message.payload ?? ""));
  });
  const db = drizzle(pool, { schema });
  return {
    name: "embedded",
    db,
    pool,
    connectDirect: async () => {
      const handlers: ((channel: string, payload: string) => void)[] = [];
      return {
        db,
        query: (text) => pool.query(text),
        onNotification: (handler) => {
          handlers.push(handler);
          notifications.on("notification", handler);
        },
        onEnd: (handler) => worker.once("exit", () => handler(null)),
        close: async () => {
          for (const handler of handlers) notifications.off("notification", handler);
        },
      };
    },
    snapshot: async () => {
      const bytes = nextMessage(worker, "snapshot");
      worker.postMessage({ kind: "snapshot" });
      return await bytes;
    },
    close: async () => {
      await pool.end();
      const closed = nextMessage(worker, "closed");
      worker.postMessage({ kind: "close" });
      await closed;
      await lock?.release();
    },
  };
}
