import { ActivityError } from "@/activity/errors";
import type { Caller } from "@/auth/authenticate";
import { metrics } from "@/metrics";

/** The most exports at once of one key or person, and of one team, in this process. */
const MOST_OF_CALLER = 2;
const MOST_OF_TEAM = 4;
/** Seconds. */
const RETRY_AFTER = 5;

const KEY = Symbol.for("las.exports");
const globals = globalThis as { [KEY]?: Map<string, number> };
globals[KEY] ??= new Map();
const open = globals[KEY];

/** Takes a place for an export; the returned function gives it back, once. Throws `too_many_requests` when none is left. */
export function takeExportSlot(caller: Caller): () => void {
  const person = `${caller.team.id}:${caller.via === "key" ? caller.keyId : caller.userId}`;
  const places = [
    { of: person, most: MOST_OF_CALLER, who: "of yours" },
    { of: caller.team.id, most: MOST_OF_TEAM, who: "of this team" },
  ];
  for (const { of, most, who } of places) {
    if ((open.get(of) ?? 0) < most) continue;
    metrics.rateLimited += 1;
    throw new ActivityError("too_many_requests", `${most} exports ${who} are under way; wait for one to end`, {
      retryAfter: RETRY_AFTER,
    });
  }
  const add = (by: number) => {
    metrics.exportsOpen += by;
    for (const { of } of places) {
      const count = (open.get(of) ?? 0) + by;
      if (count === 0) open.delete(of);
      else open.set(of, count);
    }
  };
  add(1);
  let isTaken = true;
  return () => {
    if (isTaken) add(-1);
    isTaken = false;
  };
}
