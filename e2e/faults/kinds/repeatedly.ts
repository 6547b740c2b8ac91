import { sleep } from "../rig/sleep";
import type { Fault } from "./fault";

/**
 * A fault that strikes again and again: after `pauseMs()` milliseconds `strike` is awaited, which tells whether it hit.
 * An error of it is kept and thrown by `stop`.
 */
export function repeatedly(
  name: string,
  recovery: Fault["recovery"],
  pauseMs: () => number,
  strike: () => Promise<boolean>,
): Fault {
  let isOver = false;
  let isBroken = false;
  let running: Promise<void> = Promise.resolve();
  const moments: number[] = [];
  const run = async () => {
    while (!isOver) {
      for (const end = performance.now() + pauseMs(); performance.now() < end && !isOver; ) await sleep(20);
      if (!isOver && (await strike())) moments.push(performance.now());
    }
  };
  return {
    name,
    recovery,
    moments,
    start: async () => {
      running = run();
      // Thrown by stop, which may be long after.
      running.catch(() => {
        isBroken = true;
      });
    },
    isBroken: () => isBroken,
    stop: async () => {
      isOver = true;
      await running;
    },
  };
}
