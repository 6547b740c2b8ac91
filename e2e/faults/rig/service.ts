import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** PostgreSQL and PgBouncer refuse to run as root: then they get the `postgres` account that their packages make. */
function serviceAccount(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const read = (what: string) => {
    const answer = spawnSync("id", [what, "postgres"], { encoding: "utf8" });
    if (answer.status !== 0)
      throw new Error("As root the fault suite needs the account postgres, to run PostgreSQL as.");
    return Number(answer.stdout);
  };
  return { uid: read("-u"), gid: read("-g") };
}

/** A temporary folder of the account that services run as. */
export function makeServiceFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `las-faults-${name}-`));
  const account = serviceAccount();
  if (account !== null) chownSync(folder, account.uid, account.gid);
  return folder;
}

/** Starts a program as that account, in `cwd`; its output is handed to `onOutput`. */
export function spawnService(
  command: string,
  args: readonly string[],
  cwd: string,
  onOutput: (text: string) => void,
): ChildProcess {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"], ...serviceAccount() });
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (bytes) => onOutput(String(bytes)));
  child.once("error", (error) => onOutput(error.message));
  return child;
}

/** Runs a program as that account to its end. Throws with its output when it fails. */
export function runTool(command: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((done, fail) => {
    let output = "";
    const child = spawnService(command, args, cwd, (text) => {
      output += text;
    });
    // Not `close`: a server that was started keeps the pipes open.
    child.once("exit", (code) => {
      child.stdout?.destroy();
      child.stderr?.destroy();
      if (code === 0) done(output);
      else fail(new Error(`${command} ${args.join(" ")} failed: ${output.trim()}`));
    });
    child.once("error", fail);
  });
}

/** Asks a process to end and waits until it has; after 5 s it is killed. */
export async function endService(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await gone;
  clearTimeout(timer);
}
