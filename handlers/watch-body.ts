import { ActivityError } from "@/activity/errors";

/** How long a body may stand still, and how long it may take to come in whole, milliseconds. */
export const BODY_TIMES = { idleMs: 10_000, wholeMs: 30_000 };

/** A body that is coming in. */
interface BodyWatch {
  /** Something of it came. */
  touch(): void;
  /** Nothing more is awaited. */
  stop(): void;
}

/** Calls `late` once when a body stands still or takes too long. Whoever sends one byte a second must not hold a connection and its memory. */
export function watchBody(late: () => void): BodyWatch {
  const idle = setTimeout(late, BODY_TIMES.idleMs);
  const whole = setTimeout(late, BODY_TIMES.wholeMs);
  return {
    touch: () => void idle.refresh(),
    stop: () => {
      clearTimeout(idle);
      clearTimeout(whole);
    },
  };
}

/** The refusal of a body that came too slowly, the same at every door. */
export function tooSlow(): ActivityError {
  const { idleMs, wholeMs } = BODY_TIMES;
  const detail = `The body must come in whole within ${wholeMs / 1_000} seconds, and never stand still for ${idleMs / 1_000}`;
  return new ActivityError("incomplete_body", detail);
}

/** The refusal of a body whose connection was lost; nobody is there to read it. */
export function brokenOff(cause?: unknown): ActivityError {
  return new ActivityError("incomplete_body", "The connection was lost before the end of the body", { cause });
}
