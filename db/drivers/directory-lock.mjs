import { createHash, randomUUID } from "node:crypto";
import { chmodSync, existsSync, realpathSync, renameSync, statSync, unlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

/** The longest socket path every system takes, bytes. */
const MAX_SOCKET_PATH = 100;

/** @param {string} directory */
function socketPath(directory) {
  const real = realpathSync(directory);
  const hash = createHash("sha256").update(real).digest("hex").slice(0, 24);
  if (process.platform === "win32") return `\\\\.\\pipe\\live-activity-stream-${hash}`;
  const beside = join(real, "lock.sock");
  if (Buffer.byteLength(beside) <= MAX_SOCKET_PATH) return beside;
  const near = relative(process.cwd(), beside);
  return Buffer.byteLength(near) <= MAX_SOCKET_PATH ? near : join(tmpdir(), `live-activity-stream-${hash}.sock`);
}

/**
 * @param {string} path
 * @returns {Promise<import("node:net").Server | null>}
 */
function listen(path) {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === "EADDRINUSE" ? done(null) : fail(error),
    );
    server.listen(path, () => done(server));
    server.unref();
  });
}

/**
 * @param {string} path
 * @returns {Promise<boolean>}
 */
function isAlive(path) {
  return new Promise((done) => {
    const socket = connect(path, () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}

/**
 * Takes the exclusive lock of an embedded database's directory: a socket that listens in it and so dies with its process.
 * (A pid file fails in containers, where every server is pid 1.) Throws `unavailable` while another process holds it.
 * @param {string} directory
 * @returns {Promise<{ release(): Promise<void> }>}
 */
export async function lockDirectory(directory) {
  const path = socketPath(directory);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const server = await listen(path);
    if (server !== null) return await hold(server, path, directory);
    if (await isAlive(path)) break;
    // Left behind by a killed process. Moved away before it is removed, so that a live one taken by mistake can be put back.
    const aside = `${path}.${randomUUID().slice(0, 8)}`;
    if (!existsSync(/* turbopackIgnore: true */ path)) continue;
    renameSync(path, aside);
    if (await isAlive(aside)) {
      renameSync(aside, path);
      break;
    }
    unlinkSync(aside);
  }
  throw inUse(directory);
}

/**
 * @param {import("node:net").Server} server
 * @param {string} path
 * @param {string} directory
 */
async function hold(server, path, directory) {
  const isFile = process.platform !== "win32";
  if (isFile) {
    chmodSync(path, 0o600);
    const mine = statSync(path).ino;
    await new Promise((done) => setTimeout(done, 20));
    if (!existsSync(path) || statSync(path).ino !== mine) {
      server.close();
      throw inUse(directory);
    }
  }
  return { release: () => new Promise((done) => server.close(() => done())) };
}

/** An ActivityError in all but its class, which is TypeScript that plain Node cannot load. @param {string} directory */
function inUse(directory) {
  const message = `The embedded database in ${directory} is in use by another process. Stop that server first, or set DATABASE_URL to share a Postgres.`;
  return Object.assign(new Error(message), { name: "ActivityError", code: "unavailable" });
}
