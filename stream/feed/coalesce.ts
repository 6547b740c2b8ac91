/**
 * Runs `work` one at a time. Whoever asks while it runs shares the one run that follows,
 * so each caller waits for a run that began after it asked.
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = () => {
    const run = work().finally(() => {
      if (current === run) current = null;
    });
    current = run;
    return run;
  };
  return () => {
    if (next !== null) return next;
    if (current === null) return start();
    next = current
      .catch(() => {})
      .then(() => {
        next = null;
        return start();
      });
    return next;
  };
}
