import { GENUINE, refused, type Verdict } from "./verdict";

/** The instant of a header or field in Unix seconds; null when it is not a whole number of them. */
export function unixSeconds(value: string | null): number | null {
  return value !== null && /^\d{1,12}$/.test(value.trim()) ? Number(value) * 1_000 : null;
}

/** A signed time, milliseconds, must lie within `toleranceSeconds` of ours, before or after: an old delivery may not be sent again. */
export function checkClock(sentAt: number, now: Date, toleranceSeconds: number): Verdict {
  const aheadMs = sentAt - now.getTime();
  return Math.abs(aheadMs) <= toleranceSeconds * 1_000
    ? GENUINE
    : refused({ code: "clock_off", seconds: Math.round(aheadMs / 1_000) });
}
