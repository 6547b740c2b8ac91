import type { Driver } from "@/db/drivers/driver";
import { flushSearch } from "@/db/queries/flush-search";
import { log } from "@/log";

/** How long no capture must have come before the search index is tidied, and the longest it waits under steady load, milliseconds. */
const QUIET_MS = 1_000;
const LONGEST_MS = 10_000;

interface Wait {
  timer: NodeJS.Timeout;
  since: number;
}

const KEY = Symbol.for("las.flush");
const globals = globalThis as { [KEY]?: WeakMap<Driver["db"], Wait> };
globals[KEY] ??= new WeakMap();
const waits = globals[KEY];

/**
 * Tidies the search index in the background once captures pause: what lies in its pending list makes every search slower.
 * Never in the way of a capture, and a failure costs only speed.
 */
export function flushWhenQuiet(driver: Driver): void {
  const before = waits.get(driver.db);
  const since = before?.since ?? Date.now();
  if (before !== undefined) {
    if (Date.now() - since > LONGEST_MS) return;
    clearTimeout(before.timer);
  }
  const timer = setTimeout(() => {
    waits.delete(driver.db);
    flushSearch(driver.db).catch((error: unknown) => log.debug({ err: error }, "the search index was not tidied"));
  }, QUIET_MS);
  waits.set(driver.db, { timer: timer.unref(), since });
}
