/**
 * `npm run bench [ingest|webhooks|reads|latency|sse|scale|soak|start|page …] [--quick] [--only <part>] [--seconds <n>]`: each named bench, or all, in a process of its own.
 * A full run writes `bench/results/<name>.md`; a short one or a part only prints.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";

const BENCHES = ["ingest", "webhooks", "reads", "latency", "sse", "scale", "soak", "start", "page"];

const isFlag = process.argv.findIndex((argument, place) => place > 1 && argument.startsWith("--"));
const names = process.argv.slice(2, isFlag === -1 ? undefined : isFlag);
const flags = isFlag === -1 ? [] : process.argv.slice(isFlag);

const unknown = names.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench named ${unknown.join(", ")}; there are ${BENCHES.join(", ")}.\n`);
  process.exit(1);
}

for (const name of names.length > 0 ? names : BENCHES) {
  const script = `bench/${name}/run.ts`;
  if (!existsSync(script)) throw new Error(`${script} is missing: run this from the project's folder`);
  const child = spawn(process.execPath, ["--import", "tsx", script, ...flags], { stdio: "inherit" });
  const [code] = await once(child, "exit");
  if (code !== 0) process.exitCode = 1;
}
