import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function onPath() {
  for (const name of NAMES) {
    const found = spawnSync("which", [name], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  return null;
}

function installed() {
  const own = chromium.executablePath();
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return existsSync(own) ? own : onPath();
}

function run(command, args) {
  try {
    execFileSync(command, args, { stdio: "ignore", timeout: 300_000 });
    return true;
  } catch {
    return false;
  }
}

/** A Chromium to run: CHROMIUM_PATH, Playwright's own, the system's, else one that is installed now. Throws one clear sentence. */
export function findChromium() {
  const found = installed();
  if (found !== null) return found;
  process.stdout.write("No Chromium found; installing one for the browser tests…\n");
  run("npx", ["playwright", "install", "chromium"]);
  if (installed() === null && process.getuid?.() === 0) {
    run("apt-get", ["update"]);
    run("apt-get", ["install", "-y", "chromium"]);
  }
  const now = installed();
  if (now !== null) return now;
  throw new Error("The browser tests need a Chromium: install one, or name its executable in CHROMIUM_PATH.");
}
