import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs a command of the project with its output shown; gives its exit code. */
export function runStep(title, command, args, env = {}) {
  process.stdout.write(`\n── ${title}\n`);
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
    child.once("exit", (code) => done(code ?? 1));
  });
}

/** Runs vitest; gives its real totals. A run that dies without a report counts as one failure. */
export async function runVitest(title, args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "las-report-"));
  const report = join(folder, "report.json");
  const vitest = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...args,
  ];
  const code = await runStep(title, process.execPath, vitest, env);
  const totals = readTotals(report, (json) => ({
    passed: json.numPassedTests,
    failed: json.numTotalTests - json.numPassedTests,
  }));
  rmSync(folder, { recursive: true, force: true });
  return code === 0 || totals.failed > 0 ? totals : { ...totals, failed: 1 };
}

/** Runs the browser stories; gives their real totals, as {@link runVitest} does. */
export async function runPlaywright(title, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "las-report-"));
  const report = join(folder, "report.json");
  const playwright = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"];
  const code = await runStep(title, process.execPath, playwright, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  const totals = readTotals(report, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped,
  }));
  rmSync(folder, { recursive: true, force: true });
  return code === 0 || totals.failed > 0 ? totals : { ...totals, failed: 1 };
}

/** Runs the fault suite; gives its real totals, as {@link runVitest} does. */
export async function runFaults(title, args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "las-report-"));
  const report = join(folder, "report.json");
  const suite = ["--import", "tsx", "e2e/faults/run.ts", ...args];
  const code = await runStep(title, process.execPath, suite, { ...env, FAULTS_REPORT: report });
  const totals = readTotals(report, ({ passed, failed }) => ({ passed, failed }));
  rmSync(folder, { recursive: true, force: true });
  return code === 0 || totals.failed > 0 ? totals : { ...totals, failed: 1 };
}

function readTotals(report, read) {
  try {
    return read(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Prints the totals as the last line and ends the process: 0 only when something passed and nothing failed. */
export function finish(all) {
  const passed = all.reduce((sum, totals) => sum + totals.passed, 0);
  const failed = all.reduce((sum, totals) => sum + totals.failed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
