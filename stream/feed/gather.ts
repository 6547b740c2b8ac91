/**
 * Runs `work` for all who ask at about the same time: a run begins after it was asked for, after the run before it
 * ended, and at least `pauseMs` after that one began.
 */
export function gather(work: () => Promise<void>, pauseMs: number): () => Promise<void> {
  let next: Promise<void> | null = null;
  let last: Promise<void> = Promise.resolve();
  let notBefore = 0;
  const run = async () => {
    await last.catch(() => {});
    // A timer also when there is nothing to wait for, so that those who ask in one breath are one run.
    await new Promise((done) => setTimeout(done, Math.max(0, notBefore - performance.now())));
    next = null;
    notBefore = performance.now() + pauseMs;
    last = work();
    await last;
  };
  return () => {
    next ??= run();
    return next;
  };
}
