// The embedded database's own thread: PGlite blocks its thread while a query runs, and must not block the server's.
// It speaks the Postgres wire protocol with `db/drivers/embedded.ts`, one request's bytes a message.
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";

const opening = PGlite.create({
  // Clearing the usual 128 MB takes a fifth of a start; what does not fit is in the operating system's cache.
  startParams: [...PGlite.defaultStartParams, "-c", "shared_buffers=32MB"],
  ...(workerData.dataDir === null ? {} : { dataDir: workerData.dataDir }),
  ...(workerData.snapshot === null ? {} : { loadDataDir: new Blob([workerData.snapshot]) }),
});

const TERMINATE = 88; // 'X': a connection saying goodbye must not end the engine, only what it left open.

let tail = opening.then(() => parentPort.postMessage({ kind: "open" }));

async function answer(message) {
  const database = await opening;
  if (message.kind === "query" && message.bytes[0] === TERMINATE) {
    await database.exec("ROLLBACK");
  } else if (message.kind === "query") {
    const bytes = await database.execProtocolRaw(message.bytes);
    const copy = bytes.slice();
    parentPort.postMessage({ kind: "answer", socket: message.socket, bytes: copy }, [copy.buffer]);
  } else if (message.kind === "snapshot") {
    const blob = await database.dumpDataDir("none");
    parentPort.postMessage({ kind: "snapshot", bytes: new Uint8Array(await blob.arrayBuffer()) });
  } else {
    await database.close();
    parentPort.postMessage({ kind: "closed" });
    parentPort.close();
  }
}

// Listened to from the start: a listener that waits for the database first gets its messages 0.1 s late.
// A failure here is the engine's, not a query's: it ends the thread, and the server with it.
parentPort.on("message", (message) => {
  tail = tail.then(() => answer(message));
});
