import type { Random } from "./random";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OPENS = 8.5 * HOUR;
const CLOSES = 18 * HOUR;

/** When the sample team works: Monday to Friday, 8:30 to 18:00 of its own clock. Times are milliseconds since 1970. */
export interface WorkingHours {
  /** The first midnight of the team's day in which `at` lies. */
  startOfDay(at: number): number;
  isWeekend(at: number): boolean;
  /** `at` itself when people work then, else some time in the next morning they work. */
  next(at: number, random: Random): number;
}

/**
 * The team's clock is UTC when it is daytime there, else it is moved so that `now` is 3 pm: whoever opens the sample
 * meets a team at work.
 */
export function createWorkingHours(now: Date): WorkingHours {
  const hour = now.getUTCHours();
  const offset = hour >= 10 && hour < 17 ? 0 : (15 - hour) * HOUR;
  const startOfDay = (at: number) => Math.floor((at + offset) / DAY) * DAY - offset;
  const isWeekend = (at: number) => [0, 6].includes(new Date(at + offset).getUTCDay());
  return {
    startOfDay,
    isWeekend,
    next: (at, random) => {
      let day = startOfDay(at);
      if (!isWeekend(day) && at >= day + OPENS && at < day + CLOSES) return at;
      if (isWeekend(day) || at >= day + CLOSES) day += DAY;
      while (isWeekend(day)) day += DAY;
      return day + OPENS + random.int(0, 2 * HOUR);
    },
  };
}
