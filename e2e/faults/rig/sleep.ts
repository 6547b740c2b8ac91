/** Waits `ms` milliseconds. */
export function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Asks until the answer is neither null nor false; throws `what` after `ms` milliseconds. */
export async function until<T>(
  what: string,
  ms: number,
  ask: () => Promise<T | null | false> | T | null | false,
): Promise<T> {
  for (const end = performance.now() + ms; ; await sleep(50)) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (performance.now() > end) throw new Error(`${what} did not happen within ${ms / 1_000} s`);
  }
}
