// Beside capture: the search index is tidied in the background, so that no append has to.
import type { Driver } from "@/db/drivers/driver";
import { flushSearch } from "@/db/queries/flush-search";
import { log } from "@/log";

/** Events after which the index is tidied at once, and how long fewer may wait, milliseconds. */
const MANY_EVENTS = 2_000;
const LONGEST_MS = 1_000;

interface Untidied {
  events: number;
  timer: NodeJS.Timeout | null;
  isTidying: boolean;
}

const KEY = Symbol.for("las.tidy-search");
const globals = globalThis as { [KEY]?: WeakMap<Driver["db"], Untidied> };
globals[KEY] ??= new WeakMap();
const untidied = globals[KEY];

async function tidy(driver: Driver, state: Untidied): Promise<void> {
  state.isTidying = true;
  state.events = 0;
  try {
    await flushSearch(driver.db);
  } catch (error) {
    log.debug({ err: error }, "the search index was not tidied");
  } finally {
    state.isTidying = false;
  }
}

/**
 * Notes that events were stored. What lies in the search index's pending list makes every search slower, and the append that finds it
 * full must empty it while all others wait: so it is emptied beside them. A failure costs only speed.
 */
export function tidySearch(driver: Driver, events: number): void {
  const state = untidied.get(driver.db) ?? { events: 0, timer: null, isTidying: false };
  untidied.set(driver.db, state);
  state.events += events;
  if (state.events >= MANY_EVENTS && !state.isTidying) void tidy(driver, state);
  else if (state.events > 0) state.timer ??= setTimeout(() => tidyLate(driver, state), LONGEST_MS).unref();
}

function tidyLate(driver: Driver, state: Untidied): void {
  state.timer = null;
  if (state.isTidying) tidySearch(driver, 0);
  else if (state.events > 0) void tidy(driver, state);
}
