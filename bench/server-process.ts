import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A server under measurement, in a process of its own. */
export interface ServerProcess {
  origin: string;
  /** Milliseconds from its start until it first answered its health check. */
  startedInMs: number;
  pid: number;
  /** CPU it has used so far, milliseconds; null where /proc does not tell. */
  cpuMs(): Promise<number | null>;
  stop(): Promise<void>;
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

/** CPU time of a process's threads in milliseconds, from the scheduler's own nanoseconds; null where /proc does not tell. */
export async function cpuMsOf(pid: number): Promise<number | null> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const spent = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/schedstat`, "utf8").catch(() => "0")),
  );
  return threads.length === 0 ? null : spent.reduce((sum, text) => sum + Number(text.split(" ")[0]) / 1e6, 0);
}

/**
 * Starts a Node script that serves HTTP on PORT and waits until `healthPath` answers at all as it should.
 * Its settings are those of this process without a database, plus `environment`.
 */
export async function startServer(options: {
  script: readonly string[];
  directory: string;
  healthPath: string;
  healthStatus: number;
  environment: Record<string, string>;
}): Promise<ServerProcess> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _url, DATA_DIR: _directory, ...inherited } = process.env;
  const output: Buffer[] = [];
  const start = performance.now();
  const child = spawn(process.execPath, options.script.concat(["-p", String(port)]), {
    cwd: options.directory,
    env: {
      ...inherited,
      LOG_LEVEL: "warn",
      RATE_LIMIT: "off",
      NEXTAUTH_SECRET: "bench",
      NEXTAUTH_URL: origin,
      NODE_ENV: "production",
      PORT: String(port),
      ...options.environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
  const isHealthy = () =>
    fetch(`${origin}${options.healthPath}`).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status === options.healthStatus;
      },
      () => false,
    );
  while (!(await isHealthy())) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the server ended: ${Buffer.concat(output).toString()}`);
    await sleep(5);
  }
  const { pid } = child;
  if (pid === undefined) throw new Error("the server has no process");
  return {
    origin,
    startedInMs: performance.now() - start,
    pid,
    cpuMs: () => cpuMsOf(pid),
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

const { scripts }: { scripts: { start: string } } = JSON.parse(readFileSync("package.json", "utf8"));

/** The product's own server, from a current build, as `npm start` runs it. */
export function startProduct(environment: Record<string, string>): Promise<ServerProcess> {
  return startServer({
    script: scripts.start.split(" ").slice(1),
    directory: process.cwd(),
    healthPath: "/api/health",
    healthStatus: 200,
    environment,
  });
}
