import type { Environment } from "./environment";

const AT_LEAST_APART_MS = 5_000;
const SPREAD_MS = 300;

/** Calls what it is given, soon: a reset met by every reader at once, or again and again, must not become a storm of requests. */
export function spaceReloads({ now, after, random }: Pick<Environment, "now" | "after" | "random">) {
  let next = Number.NEGATIVE_INFINITY;
  return (reload: () => void): void => {
    // A clock that was set back must not hold a reload for longer than the distance itself.
    const wait = Math.min(AT_LEAST_APART_MS, Math.max(0, next - now()));
    next = now() + wait + AT_LEAST_APART_MS;
    after(wait + random() * SPREAD_MS, reload);
  };
}
