import { parseArgs } from "node:util";

/** How `npm run faults` was called. */
export interface Options {
  /** Names of the scenarios to play; none is all of them. */
  names: string[];
  /** The small form for CI. */
  short: boolean;
  /** Seconds of each timed scenario; null leaves it to the form. */
  seconds: number | null;
  /** What every server gets beside the addresses of its database. */
  env: Record<string, string>;
}

const DOORBELLS = new Map([
  ["redis", "redis://127.0.0.1:6379"],
  ["nats", "nats://127.0.0.1:4222"],
]);

/** Reads `[scenario …] [--short] [--seconds N] [--doorbell redis|nats]`. Throws a sentence when they cannot be understood. */
export function parseOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { short: { type: "boolean" }, seconds: { type: "string" }, doorbell: { type: "string" } },
  });
  const seconds = values.seconds === undefined ? null : Number(values.seconds);
  if (seconds !== null && !(seconds > 0)) throw new Error("--seconds must be a number above 0.");
  const doorbell = values.doorbell === undefined ? "" : DOORBELLS.get(values.doorbell);
  if (doorbell === undefined) throw new Error(`--doorbell must be one of: ${[...DOORBELLS.keys()].join(", ")}.`);
  return {
    names: positionals,
    short: values.short ?? false,
    seconds,
    env: { LOG_LEVEL: "warn", RATE_LIMIT: "off", ...(doorbell === "" ? {} : { DOORBELL_URL: doorbell }) },
  };
}
