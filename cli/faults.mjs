// `npm run faults [-- <scenario> …] [--short] [--seconds N] [--doorbell redis|nats]`: the fault suite on a current production build.
import { buildWhenStale } from "./build-when-stale.mjs";
import { runStep } from "./testing/run-step.mjs";

buildWhenStale();
const suite = ["--import", "tsx", "e2e/faults/run.ts", ...process.argv.slice(2)];
process.exit(await runStep("faults", process.execPath, suite));
