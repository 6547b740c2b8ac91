// Starts the embedded database's thread. Plain JavaScript, so that `npm start` can begin with it while the server still loads.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { lockDirectory } from "./directory-lock.mjs";

/**
 * @typedef {object} Engine
 * @property {Worker} worker a thread that has opened the database
 * @property {{ release(): Promise<void> } | null} lock its directory's; null in memory
 */

/** @type {{ [key: symbol]: { directory: string, begun: Promise<{ engine: Promise<Engine> }> } | undefined }} */
const globals = globalThis;
const KEY = Symbol.for("las.engine-ahead");

/** A new cluster is made beside and moved into place whole: half a one, after a kill, would never open again. */
const NEW = "postgres.new-";

/**
 * Makes the cluster in a process of its own, whose quick compiler halves the time: all of it is code that runs once.
 * When that fails, nothing is left behind, and the thread makes it by itself.
 * @param {string} directory
 */
async function createCluster(directory) {
  for (const name of readdirSync(directory)) {
    if (name.startsWith(NEW)) rmSync(join(directory, name), { recursive: true, force: true });
  }
  const made = join(directory, NEW + randomUUID().slice(0, 8));
  const script = join(process.cwd(), "db/drivers/embedded-create.mjs");
  const child = spawn(process.execPath, ["--liftoff-only", script, made], { stdio: "ignore" });
  const [code] = await once(child, "exit").catch(() => [null]);
  if (code === 0) renameSync(made, join(directory, "postgres"));
  else rmSync(made, { recursive: true, force: true });
}

/**
 * @param {Worker} worker
 * @returns {Promise<void>}
 */
function whenOpen(worker) {
  return new Promise((done, fail) => {
    const onExit = () => fail(new Error("the embedded database has stopped"));
    worker.once("message", () => {
      worker.off("error", fail).off("exit", onExit);
      done();
    });
    worker.once("error", fail).once("exit", onExit);
  });
}

/**
 * @param {string | null} directory
 * @param {Uint8Array | null} snapshot
 * @param {Engine["lock"]} lock
 * @returns {Promise<Engine>}
 */
async function open(directory, snapshot, lock) {
  try {
    if (directory !== null && !existsSync(join(directory, "postgres"))) await createCluster(directory);
    const worker = new Worker(join(process.cwd(), "db/drivers/embedded-worker.mjs"), {
      workerData: { dataDir: directory === null ? null : join(directory, "postgres"), snapshot },
      execArgv: [],
    });
    worker.setMaxListeners(0);
    await whenOpen(worker);
    return { worker, lock };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/**
 * Resolves as soon as the work has begun elsewhere, with what it will come to.
 * @param {string | null} directory
 * @param {Uint8Array | null} snapshot
 * @returns {Promise<{ engine: Promise<Engine> }>}
 */
async function begin(directory, snapshot) {
  if (directory !== null) mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lock = directory === null ? null : await lockDirectory(directory);
  return { engine: open(directory, snapshot, lock) };
}

/**
 * Begins to open the database in `dataDir` for the driver of this process to take, and resolves while a thread goes on with it.
 * A failure is kept for the driver.
 * @param {string} dataDir
 */
export async function openEngineAhead(dataDir) {
  const directory = resolve(dataDir);
  const begun = begin(directory, null);
  globals[KEY] = { directory, begun };
  await begun.then(
    ({ engine }) => void engine.catch(() => {}),
    () => {},
  );
}

/**
 * The engine of a directory, or one in memory (null), from a snapshot if there is one. Throws `unavailable` when another process has it.
 * @param {string | null} directory an absolute path
 * @param {Uint8Array | null} snapshot
 * @returns {Promise<Engine>}
 */
export async function takeEngine(directory, snapshot) {
  const ahead = globals[KEY];
  const isAhead = ahead !== undefined && ahead.directory === directory;
  if (isAhead) globals[KEY] = undefined;
  const { engine } = await (isAhead ? ahead.begun : begin(directory, snapshot));
  return await engine;
}
