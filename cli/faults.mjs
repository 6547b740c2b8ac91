// `npm run faults [-- <scenario> …] [--short] [--seconds N] [--doorbell redis|nats]`: the fault suite on a current production build.
import { spawn } from "node:child_process";
import { buildWhenStale } from "./build-when-stale.mjs";

buildWhenStale();
const suite = ["--import", "tsx", "e2e/faults/run.ts", ...process.argv.slice(2)];
const child = spawn(process.execPath, suite, { stdio: "inherit" });
// The suite ends what it has started before it goes.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("exit", (code) => process.exit(code ?? 1));
