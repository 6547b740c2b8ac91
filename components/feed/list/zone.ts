/** A moment on the wall clock of a time zone. `weekday` 0 is Sunday, `month` 0 is January. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  weekday: number;
  /** `09:41:07` */
  clock: string;
}

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
export const SHORT_MONTHS = MONTHS.map((month) => month.slice(0, 3));
export const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

const MOST_KNOWN = 5_000;
/** By zone and second: a row is drawn again and again, and Intl takes its time. */
const known = new Map<string, Map<number, WallTime>>();

/**
 * Reads a moment (milliseconds since 1970) on the wall clock of an IANA zone.
 * Only digits come from Intl, and the words from here: the server's and the browser's tables then cannot differ.
 */
export function wallTime(at: number, zone: string): Readonly<WallTime> {
  const ofZone = known.get(zone) ?? new Map<number, WallTime>();
  known.set(zone, ofZone);
  const second = Math.floor(at / 1_000);
  const before = ofZone.get(second);
  if (before !== undefined) return before;
  if (ofZone.size >= MOST_KNOWN) ofZone.clear();
  const read = readWallTime(at, zone);
  ofZone.set(second, read);
  return read;
}

function readWallTime(at: number, zone: string): WallTime {
  const digits = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const read = (name: Intl.DateTimeFormatPartTypes) => digits.get(name) ?? "00";
  const year = Number(read("year"));
  const month = Number(read("month")) - 1;
  const day = Number(read("day"));
  return {
    year,
    month,
    day,
    weekday: new Date(Date.UTC(year, month, day)).getUTCDay(),
    clock: `${read("hour")}:${read("minute")}:${read("second")}`,
  };
}

/** Whole days since 1970 of a wall time's date: two dates are neighbours when these differ by one. */
export function dayNumber(wall: WallTime): number {
  return Math.round(Date.UTC(wall.year, wall.month, wall.day) / 86_400_000);
}

/** A zone's short name at a moment, such as `UTC`, `CET` or `GMT+5:30`. */
export function zoneName(at: number, zone: string): string {
  if (zone === "UTC") return "UTC";
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "short" }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}
