import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../../support/server";
import { findTool } from "./find-tool";
import { makeServiceFolder, runTool } from "./service";

const postgres = (program: string) => findTool(program, "postgresql");

/** A PostgreSQL of our own, in a temporary folder on a free port: the only one that the suite ever stops or breaks. */
export class Cluster {
  private isFrozen = false;
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly folder: string,
    readonly port: number,
  ) {
    process.on("exit", () => this.destroy());
  }

  static async start(): Promise<Cluster> {
    const initdb = postgres("initdb");
    const folder = makeServiceFolder("postgres");
    const init = [
      "-D",
      join(folder, "data"),
      "-U",
      "postgres",
      "-A",
      "trust",
      "-E",
      "UTF8",
      "--locale=C.UTF-8",
      "--no-sync",
    ];
    await runTool(initdb, init, folder);
    const cluster = new Cluster(folder, await freePort());
    await cluster.run();
    return cluster;
  }

  url(database: string, port = this.port): string {
    return `postgres://postgres@127.0.0.1:${port}/${database}`;
  }

  /** Makes a database with a name of its own. */
  async createDatabase(): Promise<string> {
    const name = `las_${randomBytes(6).toString("hex")}`;
    await this.query("postgres", `CREATE DATABASE ${name}`);
    return name;
  }

  /** One statement on a connection of its own. */
  async query<Row extends pg.QueryResultRow>(database: string, text: string, values: unknown[] = []): Promise<Row[]> {
    const client = await this.connect(database);
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  async connect(database: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url(database), application_name: "faults" });
    // What a stopped database breaks is noticed by the next query.
    client.on("error", () => {});
    await client.connect();
    return client;
  }

  /** One of PostgreSQL's programs, told how to reach this cluster. */
  tool(name: string, args: readonly string[]): Promise<string> {
    const where = ["-h", "127.0.0.1", "-p", String(this.port), "-U", "postgres"];
    return runTool(postgres(name), [...where, ...args], this.folder);
  }

  /** What needs a running database, or takes it away, goes one after the other. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => {});
    return result;
  }

  /** As a power cut would: no goodbye, recovery at the next start. */
  async stopImmediately(): Promise<void> {
    await runTool(postgres("pg_ctl"), [...this.data(), "-m", "immediate", "-w", "stop"], this.folder);
  }

  async run(): Promise<void> {
    const settings = `-p ${this.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
    const log = join(this.folder, "log");
    await runTool(postgres("pg_ctl"), [...this.data(), "-w", "-l", log, "-o", settings, "start"], this.folder);
  }

  /** Stops every process of the cluster where it stands: connections stay open and nothing answers. */
  freeze(): void {
    this.isFrozen = true;
    this.signalAll("SIGSTOP");
  }

  thaw(): void {
    this.signalAll("SIGCONT");
    this.isFrozen = false;
  }

  /** Ends the cluster and removes it; safe to call twice, and at the end of the process. */
  destroy(): void {
    if (this.isFrozen) this.thaw();
    const pid = this.postmaster();
    if (pid !== null) {
      process.kill(pid, "SIGQUIT");
      spawnSync("sh", ["-c", `for i in $(seq 100); do kill -0 ${pid} 2>/dev/null || exit 0; sleep 0.05; done`]);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private data(): string[] {
    return ["-D", join(this.folder, "data")];
  }

  private postmaster(): number | null {
    try {
      return Number(readFileSync(join(this.folder, "data", "postmaster.pid"), "utf8").split("\n")[0]);
    } catch {
      return null;
    }
  }

  private signalAll(signal: "SIGSTOP" | "SIGCONT"): void {
    const postmaster = this.postmaster();
    if (postmaster === null) return;
    process.kill(postmaster, signal);
    const table = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
    for (const line of table.split("\n")) {
      const [pid, parent] = line.trim().split(/\s+/).map(Number);
      if (parent === postmaster && pid !== undefined) process.kill(pid, signal);
    }
  }
}
