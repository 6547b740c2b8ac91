import { spawnSync } from "node:child_process";
import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where PostgreSQL's own programs may be; Debian keeps them out of PATH. */
function postgresFolders(): string[] {
  const said = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" }).stdout?.trim();
  const debian = "/usr/lib/postgresql";
  let versions: string[] = [];
  try {
    versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
  } catch {
    // Not Debian: PATH and pg_config have to know.
  }
  return [...(said ? [said] : []), ...versions.map((version) => join(debian, version, "bin"))];
}

function find(name: string): string | undefined {
  const path = (process.env.PATH ?? "").split(delimiter);
  return [...postgresFolders(), ...path, "/usr/sbin", "/usr/local/sbin"]
    .map((folder) => join(folder, name))
    .find(isProgram);
}

/**
 * The path of a program of a Debian package. As root on Debian a missing package is installed; elsewhere its absence is
 * an error of one sentence, never a scenario left out.
 */
export function findTool(name: string, debianPackage: string): string {
  const present = find(name);
  if (present !== undefined) return present;
  if (process.getuid?.() === 0 && find("apt-get") !== undefined) {
    process.stdout.write(`Installing ${debianPackage}…\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const args of [["update"], ["install", "-y", "--no-install-recommends", debianPackage]])
      spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env });
  }
  const installed = find(name);
  if (installed === undefined)
    throw new Error(`The fault suite needs ${name}: install the package ${debianPackage} and run it again.`);
  return installed;
}
