// `npm run faults`: writers and readers against a real server while things go wrong; what they saw must add up.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Options, parseOptions } from "./options";
import { Cluster } from "./rig/cluster";
import { Stage } from "./rig/stage";
import { SCENARIOS } from "./scenarios";
import { inWords } from "./scenarios/figures";
import type { Scenario, Verdict } from "./scenarios/scenario";

/** The last lines of a server's log that are shown; all of it is kept in a file. */
const SHOWN_LINES = 8;

function choose({ names }: Options): readonly Scenario[] {
  const unknown = names.filter((name) => !SCENARIOS.some((scenario) => scenario.name === name));
  if (unknown.length > 0)
    throw new Error(
      `There is no scenario ${unknown.join(", ")}; there are ${SCENARIOS.map(({ name }) => name).join(", ")}.`,
    );
  return names.length === 0 ? SCENARIOS : SCENARIOS.filter(({ name }) => names.includes(name));
}

function showLogs({ name }: Scenario, stage: Stage): void {
  const folder = mkdtempSync(join(tmpdir(), "las-faults-log-"));
  for (const [place, server] of stage.servers.entries()) {
    const path = join(folder, `${name}-${place}.log`);
    writeFileSync(path, server.output);
    const lines = server.output.trimEnd().split("\n").slice(-SHOWN_LINES);
    process.stdout.write(
      `       the server's log is in ${path}; its end:\n${lines.map((line) => `       | ${line.slice(0, 200)}\n`).join("")}`,
    );
  }
}

/** A scenario that never ends is a failure too. */
function tooLate({ short, seconds }: Options): Promise<never> {
  const ms = short ? 90_000 : 1_200_000 + (seconds ?? 0) * 2_000;
  return new Promise((_, fail) => {
    setTimeout(() => fail(new Error(`the scenario did not end within ${inWords(ms)}`)), ms).unref();
  });
}

/** Plays one scenario and prints its line. True when nothing was wrong. */
async function play(scenario: Scenario, stage: Stage, options: Options): Promise<boolean> {
  const started = performance.now();
  let verdict: Verdict;
  try {
    verdict = await Promise.race([scenario.play(stage), tooLate(options)]);
  } catch (error) {
    verdict = { figures: [], violations: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
  const isFine = verdict.violations.length === 0;
  const figures = [...verdict.figures, inWords(performance.now() - started)].join(" · ");
  process.stdout.write(`${isFine ? "ok  " : "FAIL"} ${scenario.name.padEnd(16)} ${figures}\n`);
  for (const violation of verdict.violations) process.stdout.write(`       ${violation}\n`);
  if (!isFine) showLogs(scenario, stage);
  await stage.clear();
  return isFine;
}

/** Ends what was started, when the suite is told to go. */
let onSignal: () => Promise<void> = async () => {};

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  const scenarios = choose(options);
  const cluster = await Cluster.start();
  const failures: string[] = [];
  for (const scenario of scenarios) {
    const stage = new Stage(cluster, options);
    onSignal = () => stage.clear();
    if (!(await play(scenario, stage, options))) failures.push(scenario.name);
  }
  const failed = failures.length;
  const passed = scenarios.length - failed;
  const report = process.env.FAULTS_REPORT;
  // Whoever asks for a report adds these totals to its own and prints the sum.
  if (report) writeFileSync(report, JSON.stringify({ passed, failed, failures }));
  else process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void onSignal().finally(() => process.exit(1)));
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
