import type { Server } from "node:http";
import { asActivityError } from "@/activity/errors";
import { getSetupUrl } from "@/auth/setup";
import { closeDatabase, getDatabase } from "@/db/client";
import { isUnavailable } from "@/db/sql-state";
import { env } from "@/env";
import { tidyDeleted } from "@/ingest/tidy-deleted";
import { tidyDeliveryLog } from "@/ingest/tidy-delivery-log";
import { log, outliveReaders } from "@/log";
import { getHub } from "@/stream/hub";
import { closeAllStreams } from "@/stream/lifetime";
import { drainCalls } from "../calls-in-progress";
import { createLanes, type Lanes } from "../node/lanes";

/** How long a stopping server waits for the calls it has taken in, milliseconds. */
const DRAIN_MS = 5_000;
const RETRY_MS = 2_000;
/** The doorbell is tested once the server has answered whoever waited for it. */
const TEST_DOORBELL_AFTER_MS = 1_000;
const TIDY_MS = 3_600_000;

const KEY = Symbol.for("las.signals");
const LANES = Symbol.for("las.lanes");
const SERVER = Symbol.for("las.http-server");
/** `server.mjs` looks for the lanes, and leaves its server here; there is none where Next has its own. */
const globals = globalThis as { [KEY]?: true; [LANES]?: Lanes; [SERVER]?: Server };

/** Where this server is reached, as far as it knows. */
function origin(): string {
  return env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`;
}

/** Opens and migrates the database and says where to go. An embedded database in use, or a broken setting, ends the process with a sentence. */
export async function startUp(): Promise<void> {
  prepareProcess();
  try {
    globals[LANES] ??= createLanes();
    const driver = await getDatabase();
    const setupUrl = await getSetupUrl(driver.db, origin());
    setTimeout(() => void getHub().selfTest.run(), TEST_DOORBELL_AFTER_MS).unref();
    setInterval(() => void tidyDeliveryLog(driver), TIDY_MS).unref();
    setInterval(() => void tidyDeleted(driver), TIDY_MS).unref();
    process.stdout.write(`\nLive Activity Stream is ready: ${origin()}\n`);
    if (setupUrl !== null) process.stdout.write(`Create the first account (this link works once): ${setupUrl}\n\n`);
  } catch (error) {
    if (isUnavailable(error)) {
      log.error({ err: error }, "the database cannot be reached; trying again");
      setTimeout(() => void startUp(), RETRY_MS).unref();
      return;
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (asActivityError(error) === null) log.fatal({ err: error }, "the server cannot start");
    process.exit(1);
  }
}

/** Once a process: it outlives the readers of its log, and stops on signals: no new connections, then streams end (an open one would keep the server alive), then running calls are answered, then the database is closed. */
function prepareProcess(): void {
  if (globals[KEY]) return;
  globals[KEY] = true;
  outliveReaders();
  const stop = async (signal: string) => {
    log.info({ signal }, "stopping");
    globals[SERVER]?.close();
    await closeAllStreams();
    await drainCalls(DRAIN_MS);
    globals[SERVER]?.closeIdleConnections();
    await closeDatabase().catch((error: unknown) => log.error({ err: error }, "the database did not close cleanly"));
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(signal));
}
