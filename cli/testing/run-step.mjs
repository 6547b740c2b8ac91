import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** How many of a suite's files are named with their times: where to look when the whole takes too long. */
const SLOWEST = 12;

/** What ran, and how long, in the order of its end. */
const took = [];

/** Runs a command of the project with its output shown; gives its exit code. */
export function runStep(title, command, args, env = {}) {
  process.stdout.write(`\n── ${title}\n`);
  const from = performance.now();
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
    child.once("exit", (code) => {
      took.push(`took ${Math.round((performance.now() - from) / 1_000)} s: ${title}\n`);
      done(code ?? 1);
    });
  });
}

/** Runs a suite that writes a report; gives its real totals and the names of what failed. One that dies without a report counts as one failure. */
async function runSuite(title, commandOf, env, read) {
  const folder = mkdtempSync(join(tmpdir(), "las-report-"));
  const report = join(folder, "report.json");
  const { args, reportEnv = {} } = commandOf(report);
  const code = await runStep(title, process.execPath, args, { ...env, ...reportEnv });
  const totals = readTotals(report, read);
  rmSync(folder, { recursive: true, force: true });
  for (const [file, ms] of (totals.files ?? []).toSorted(([, a], [, b]) => b - a).slice(0, SLOWEST))
    process.stdout.write(`  ${Math.round(ms / 1_000)} s: ${file}\n`);
  const failures = totals.failures.map(
    (name) => `${title}: ${stripVTControlCharacters(name).replace(/\s+/g, " ").slice(0, 300)}`,
  );
  if (code === 0 || totals.failed > 0) return { ...totals, failures };
  return { ...totals, failed: 1, failures: [...failures, `${title}: ended with ${code}`] };
}

/** Runs vitest on the files whose paths hold one of `filters`, all without one, and match none of the patterns `excluded`. */
export function runVitest(title, filters, env = {}, excluded = []) {
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", "--reporter=json"];
  return runSuite(
    title,
    (report) => ({ args: [...vitest, `--outputFile.json=${report}`, ...filters] }),
    excluded.length === 0 ? env : { ...env, TEST_EXCLUDE: excluded.join(" ") },
    ({ numPassedTests, numTotalTests, testResults }) => ({
      files: testResults.map(({ name, startTime, endTime }) => [relative(process.cwd(), name), endTime - startTime]),
      passed: numPassedTests,
      failed: numTotalTests - numPassedTests,
      failures: testResults.flatMap(({ status, message, assertionResults }) => {
        const failed = assertionResults.filter((test) => test.status === "failed");
        if (failed.length === 0) return status === "failed" ? [message] : [];
        return failed.map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]}`);
      }),
    }),
  );
}

/** Runs the browser stories. */
export function runPlaywright(title, env = {}) {
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  return runSuite(
    title,
    (report) => ({
      args: ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"],
      reportEnv: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    }),
    env,
    ({ stats, suites }) => ({
      files: suites.map((suite) => [
        suite.file,
        specsOf(suite)
          .flatMap(({ tests }) => tests.flatMap(({ results }) => results))
          .reduce((sum, { duration }) => sum + duration, 0),
      ]),
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + stats.skipped,
      failures: suites
        .flatMap(specsOf)
        .filter(({ ok }) => !ok)
        .map(
          (spec) =>
            `${spec.title}: ${spec.tests.flatMap(({ results }) => results)[0]?.error?.message ?? "did not run"}`,
        ),
    }),
  );
}

/** Runs the fault suite. */
export function runFaults(title, args, env = {}) {
  return runSuite(
    title,
    (report) => ({
      args: ["--import", "tsx", "e2e/faults/run.ts", ...args],
      reportEnv: { FAULTS_REPORT: report },
    }),
    env,
    (totals) => totals,
  );
}

function readTotals(report, read) {
  try {
    return read(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    return { passed: 0, failed: 1, failures: ["no report"] };
  }
}

/** Prints what failed and, as the last line, the totals, and ends the process: 0 only when something passed and nothing failed. */
export function finish(all) {
  const passed = all.reduce((sum, totals) => sum + totals.passed, 0);
  const failed = all.reduce((sum, totals) => sum + totals.failed, 0);
  process.stdout.write(`\n${took.join("")}`);
  for (const failure of all.flatMap(({ failures }) => failures)) process.stdout.write(`failed: ${failure}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
