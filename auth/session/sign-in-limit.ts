import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { log } from "@/log";

/** Seconds over which failed attempts are counted. */
const WINDOW = 15 * 60;

/** Failed attempts in {@link WINDOW} on one account from one address, and from everywhere (addresses can be made up). */
const FAILURES_PER_ADDRESS = 10;
const FAILURES_PER_ACCOUNT = 50;

/** Attempts a minute on the whole process: each costs 19 MiB and some 20 ms of work. */
const ATTEMPTS_PER_MINUTE = 300;

/** Mails in {@link WINDOW} that may be asked for from one address, and for one account: nobody's inbox is to be filled. */
const ASKED_PER_ADDRESS = 20;
const ASKED_PER_ACCOUNT = 5;

interface Limiters {
  address: RateLimiterMemory;
  account: RateLimiterMemory;
  all: RateLimiterMemory;
  askedByAddress: RateLimiterMemory;
  askedForAccount: RateLimiterMemory;
}

/** New counters, which start at nothing. */
export function createSignInLimiters(): Limiters {
  return {
    address: new RateLimiterMemory({ points: FAILURES_PER_ADDRESS, duration: WINDOW }),
    account: new RateLimiterMemory({ points: FAILURES_PER_ACCOUNT, duration: WINDOW }),
    all: new RateLimiterMemory({ points: ATTEMPTS_PER_MINUTE, duration: 60 }),
    askedByAddress: new RateLimiterMemory({ points: ASKED_PER_ADDRESS, duration: WINDOW }),
    askedForAccount: new RateLimiterMemory({ points: ASKED_PER_ACCOUNT, duration: WINDOW }),
  };
}

const KEY = Symbol.for("las.sign-in-limiters");
const globals = globalThis as { [KEY]?: Limiters };

/** The counters of this process. */
export function signInLimiters(): Limiters {
  globals[KEY] ??= createSignInLimiters();
  return globals[KEY];
}

async function isRefused(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return await limiter.consume(key).then(
    () => false,
    (refusal: unknown) => {
      if (refusal instanceof RateLimiterRes) return true;
      throw refusal;
    },
  );
}

/**
 * Runs one attempt on an account unless there were too many. It is counted before it runs, so that attempts sent at once
 * cannot all slip through, and taken back when it succeeds. Gives "refused", or what the attempt gave (null: it failed).
 * Both are logged, by a hash of the address that was typed: some people type their password there.
 */
export async function limitSignIn<T>(
  limiters: Limiters,
  who: { email: string; address: string },
  attempt: () => Promise<T | null>,
): Promise<T | null | "refused"> {
  // Hashed, so that what a stranger sends cannot fill the memory with long keys.
  const account = createHash("sha256").update(who.email).digest("base64");
  const place = createHash("sha256").update(`${who.email}\n${who.address}`).digest("base64");
  const noted = { account: account.slice(0, 12), ip: who.address };
  const isTooOften =
    (await isRefused(limiters.all, "all")) ||
    (await isRefused(limiters.address, place)) ||
    (await isRefused(limiters.account, account));
  if (isTooOften) {
    log.warn(noted, "too many attempts to sign in");
    return "refused";
  }
  const result = await attempt();
  if (result === null) log.warn(noted, "a password was wrong");
  else await Promise.all([limiters.address.delete(place), limiters.account.reward(account)]);
  return result;
}

/** Counts somebody's asking for a mail, whether the account exists or not. False when there was too much of it. */
export async function mayAskForMail(limiters: Limiters, who: { email: string; address: string }): Promise<boolean> {
  const account = createHash("sha256").update(who.email).digest("base64");
  const place = createHash("sha256").update(who.address).digest("base64");
  if (await isRefused(limiters.askedByAddress, place)) return false;
  return !(await isRefused(limiters.askedForAccount, account));
}

/** Counts work on a password that no account's counter covers. False when the whole process has had too much of it. */
export async function mayWorkOnPassword(limiters: Limiters): Promise<boolean> {
  return !(await isRefused(limiters.all, "all"));
}
