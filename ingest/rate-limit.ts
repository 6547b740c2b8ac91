import { RateLimiterMemory } from "rate-limiter-flexible";
import { ActivityError } from "@/activity/errors";
import { env } from "@/env";
import { metrics } from "@/metrics";

const KEY = Symbol.for("las.rate-limit");
const globals = globalThis as { [KEY]?: RateLimiterMemory | null };

/** Counts a request of one caller against RATE_LIMIT, per minute and process. Throws `too_many_requests` with the seconds to wait. */
export async function limitRate(callerId: string): Promise<void> {
  if (globals[KEY] === undefined) {
    globals[KEY] = env.RATE_LIMIT === null ? null : new RateLimiterMemory({ points: env.RATE_LIMIT, duration: 60 });
  }
  if (globals[KEY] !== null) await countAgainst(globals[KEY], callerId, `At most ${env.RATE_LIMIT} requests a minute`);
}

/** Counts one thing of `key` against a limiter. Throws `too_many_requests` with that sentence and the seconds to wait. */
export async function countAgainst(limiter: RateLimiterMemory, key: string, sentence: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    const waitMs =
      typeof refusal === "object" && refusal !== null && "msBeforeNext" in refusal ? refusal.msBeforeNext : null;
    if (typeof waitMs !== "number") throw refusal;
    metrics.rateLimited += 1;
    throw new ActivityError("too_many_requests", sentence, {
      retryAfter: waitMs / 1_000,
    });
  }
}
