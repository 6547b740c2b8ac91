import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A port nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

/** How long a server may take to answer, on a machine that is busy with others, milliseconds. */
const START_MS = 50_000;

/** A server of the production build, as `npm start` runs it, on its own port and data. */
export class Server {
  output = "";
  private child: ChildProcess | null = null;

  private constructor(
    readonly port: number,
    readonly dataDir: string,
    private readonly env: Record<string, string>,
  ) {}

  /** Starts a server; without DATABASE_URL in `env`, on an embedded database in a temporary folder. */
  static async start(env: Record<string, string> = {}): Promise<Server> {
    const dataDir = env.DATA_DIR ?? (await mkdtemp(join(tmpdir(), "las-e2e-")));
    const server = new Server(await freePort(), dataDir, env);
    await server.restart();
    return server;
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** The one-time set-up link that the server printed. */
  get setupUrl(): string {
    const url = /http:\/\/\S+\/setup\?token=\S+/.exec(this.output)?.[0];
    if (url === undefined) throw new Error(`no set-up link was printed:\n${this.output}`);
    return url;
  }

  async restart(): Promise<void> {
    const child = spawn(process.execPath, ["cli/start.mjs"], {
      env: {
        ...process.env,
        RATE_LIMIT: "off",
        LOG_LEVEL: "warn",
        // Stories call nobody outside.
        LINK_PREVIEWS: "off",
        // Mail is sent only by a server that knows its own address.
        ...(this.env.SMTP_URL === undefined ? {} : { NEXTAUTH_URL: this.origin }),
        ...this.env,
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    child.stdout?.on("data", (text) => {
      this.output += text;
    });
    child.stderr?.on("data", (text) => {
      this.output += text;
    });
    for (const start = Date.now(); Date.now() - start < START_MS; ) {
      if (child.exitCode !== null) throw new Error(`the server ended:\n${this.output}`);
      const signal = AbortSignal.timeout(2_000);
      const health = await fetch(`${this.origin}/api/health`, { signal }).catch(() => null);
      if (health?.ok) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    await this.signal("SIGKILL");
    throw new Error(`the server did not answer:\n${this.output}`);
  }

  /** Ends the process with a signal and waits until it is gone; gives its exit code, null when it was killed. */
  async signal(name: "SIGTERM" | "SIGKILL"): Promise<number | null> {
    const { child } = this;
    this.child = null;
    if (child === null || child.exitCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
    child.kill(name);
    return await gone;
  }

  /** Stops the server and removes its data. */
  async stop(): Promise<void> {
    await this.signal("SIGTERM");
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
