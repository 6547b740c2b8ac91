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
  try {
    await globals[KEY]?.consume(callerId);
  } catch (refusal) {
    const waitMs =
      typeof refusal === "object" && refusal !== null && "msBeforeNext" in refusal ? refusal.msBeforeNext : null;
    if (typeof waitMs !== "number") throw refusal;
    metrics.rateLimited += 1;
    throw new ActivityError("too_many_requests", `At most ${env.RATE_LIMIT} requests a minute`, {
      retryAfter: waitMs / 1_000,
    });
  }
}
