import pino from "pino";
import { env } from "./env";

/** The server's log: one JSON line an entry, level LOG_LEVEL. */
export const log = pino({ level: env.LOG_LEVEL, base: null });

/**
 * Lets the process live on when nobody reads its output any more, as when whoever collected it was killed. A failed write would be an
 * uncaught error, which Next writes down, which fails in turn, for ever. Called once, at the start.
 */
export function outliveReaders(): void {
  for (const output of [process.stdout, process.stderr]) output.on("error", () => {});
}
