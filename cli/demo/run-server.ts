import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** The longest a server may take to close its streams and database before it is killed, milliseconds. */
const CLOSING_MS = 10_000;

/** The longest a server may answer its health check with a failure before the demo gives up, milliseconds. */
const UNWELL_MS = 30_000;

/** A server in a process of its own. */
export interface RunningServer {
  origin: string;
  /** Fulfilled when the process has ended, with its exit code; null after a signal. */
  ended: Promise<number | null>;
  /** Asks it to close, waits for it, and kills it when it does not. */
  stop(): Promise<void>;
}

/** Refuses a port that somebody listens on: the health check would otherwise greet a stranger. */
async function requireFreePort(port: number): Promise<void> {
  const probe = createServer();
  probe.listen(port);
  await once(probe, "listening").catch((error: Error) => {
    const reason = "code" in error && error.code === "EADDRINUSE" ? "is in use" : `cannot be used (${error.message})`;
    throw new Error(`Port ${port} ${reason}. Choose another one: PORT=3201 npm run demo`);
  });
  probe.close();
  await once(probe, "close");
}

/** `away` while nothing listens yet. */
async function checkHealth(origin: string): Promise<"away" | "well" | "unwell"> {
  return await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(5_000) })
    .then(async (response) => {
      await response.arrayBuffer();
      return response.ok ? "well" : "unwell";
    })
    .catch(() => "away");
}

/** Waits until the server is well. There is no limit on its build, but one on answering that something is wrong. */
async function untilHealthy(origin: string, ended: Promise<number | null>, signal: AbortSignal): Promise<void> {
  let unwellSince: number | null = null;
  for (;;) {
    const health = await checkHealth(origin);
    if (health === "well") return;
    if (health === "unwell") unwellSince ??= Date.now();
    if (unwellSince !== null && Date.now() - unwellSince > UNWELL_MS) {
      throw new Error(`${origin}/api/health has said for ${UNWELL_MS / 1_000} s that the server is not well.`);
    }
    const pause = sleep(250, "waited", { signal });
    if ((await Promise.race([ended, pause])) !== "waited") throw new Error("The server ended before it was ready.");
  }
}

/**
 * Starts `cli/start.mjs`, which builds when there is no current build, and waits until `/api/health` is well. Its output
 * goes to this terminal. Throws when it ends before that, or when `signal` fires.
 */
export async function runServer(options: {
  port: number;
  environment: NodeJS.ProcessEnv;
  signal: AbortSignal;
}): Promise<RunningServer> {
  const { port, environment, signal } = options;
  await requireFreePort(port);
  signal.throwIfAborted();
  const child = spawn(process.execPath, ["cli/start.mjs"], {
    env: environment,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = new Promise<number | null>((done, fail) => {
    child.once("exit", done);
    child.once("error", fail);
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const closing = new AbortController();
    const tooLong = sleep(CLOSING_MS, "late", { signal: closing.signal }).catch(() => "closed");
    if ((await Promise.race([ended, tooLong])) === "late") child.kill("SIGKILL");
    closing.abort();
    await ended;
  };

  const origin = `http://localhost:${port}`;
  try {
    await untilHealthy(origin, ended, signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, ended, stop };
}
