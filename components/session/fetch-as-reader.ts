import { untilSignedIn } from "./session-state";

/** Milliseconds within which a call is answered, its body included, or given up. */
const ANSWER_MS = 30_000;

function within(ms: number, signal: AbortSignal | null | undefined): AbortSignal {
  const limit = AbortSignal.timeout(ms);
  // Browsers of before 2024 cannot join signals: then the caller's own counts.
  return signal == null ? limit : "any" in AbortSignal ? AbortSignal.any([signal, limit]) : signal;
}

/**
 * `fetch` of our own API. A call that the server refuses because the session has ended waits until the reader has signed in again
 * and is made once more: nothing was done by the first. Rejects as `fetch` does, with a `TimeoutError` after `limitMs` (default
 * {@link ANSWER_MS}; null: never).
 */
export async function fetchAsReader(
  path: string,
  init: RequestInit,
  limitMs: number | null = ANSWER_MS,
): Promise<Response> {
  const { signal } = init;
  const call = () => fetch(path, limitMs === null ? init : { ...init, signal: within(limitMs, signal) });
  const answer = await call();
  if (answer.status !== 401 || !(await untilSignedIn(signal))) return answer;
  return await call();
}
