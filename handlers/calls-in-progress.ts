const KEY = Symbol.for("las.calls");

interface Calls {
  count: number;
  isClosing: boolean;
  whenIdle: (() => void)[];
}
const globals = globalThis as { [KEY]?: Calls };
globals[KEY] ??= { count: 0, isClosing: false, whenIdle: [] };
const calls = globals[KEY];

/** True from the first moment of a shutdown: new calls are then refused, so that the old ones can end. */
export function isClosing(): boolean {
  return calls.isClosing;
}

/** Runs one call so that a shutdown waits for its answer: what was taken in is committed and acknowledged. */
export async function inProgress<T>(call: () => Promise<T>): Promise<T> {
  calls.count += 1;
  try {
    return await call();
  } finally {
    calls.count -= 1;
    if (calls.count === 0) for (const done of calls.whenIdle.splice(0)) done();
  }
}

/** Refuses new calls and waits until the running ones are answered, at most `limitMs` milliseconds. */
export function drainCalls(limitMs: number): Promise<void> {
  calls.isClosing = true;
  if (calls.count === 0) return Promise.resolve();
  return new Promise((done) => {
    calls.whenIdle.push(done);
    setTimeout(done, limitMs).unref();
  });
}
