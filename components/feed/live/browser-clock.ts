import type { Environment } from "./environment";

/** Time and chance as a browser has them. */
export const browserClock: Pick<Environment, "now" | "after" | "random"> = {
  now: Date.now,
  random: Math.random,
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
