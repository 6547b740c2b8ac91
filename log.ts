import pino from "pino";
import { env } from "./env";

/** The server's log: one JSON line an entry, level LOG_LEVEL. */
export const log = pino({ level: env.LOG_LEVEL, base: null });
