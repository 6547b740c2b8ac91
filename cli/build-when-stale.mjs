import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["activity", "app", "auth", "components", "db", "handlers", "ingest", "public", "stream"];
const FILES = [
  "env.ts",
  "instrumentation-client.ts",
  "instrumentation.ts",
  "log.ts",
  "metrics.ts",
  "next.config.mjs",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.host.ts",
  "tsconfig.json",
];
const STAMP = ".next/source-fingerprint";

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : /\.test\.tsx?$/.test(entry.name) ? [] : [path];
  });
}

function fingerprint() {
  const hash = createHash("sha256").update(process.version);
  for (const path of [...SOURCES.flatMap(listFiles), ...FILES].sort())
    hash.update(path).update("\0").update(readFileSync(path));
  return hash.digest("hex");
}

/** Builds for production unless the build in `.next` is of just these sources. Ends the process when the build fails. */
export function buildWhenStale() {
  const current = fingerprint();
  if (existsSync(".next/BUILD_ID") && existsSync(STAMP) && readFileSync(STAMP, "utf8") === current) return;
  process.stdout.write("Building, which takes about a minute and happens once…\n");
  // Types of routes that no longer exist would break the build.
  rmSync(".next/dev", { recursive: true, force: true });
  rmSync(STAMP, { force: true });
  const build = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NODE_ENV: "production", BUILD_FOR: "server.mjs" },
  });
  if (build.status !== 0) process.exit(build.status ?? 1);
  writeFileSync(STAMP, current);
}
