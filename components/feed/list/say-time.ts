import { sayClock, sayDayOfMonth, sayDayOfYear, type Zone } from "./customs";
import { dayNumber, MONTHS, SHORT_MONTHS, WEEKDAYS, wallTime, zoneName } from "./zone";

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Heading of the day a moment falls on: Today, Yesterday, "Monday, 16 November", with the year when it is another; as `zone` has it. */
export function sayDay(at: number, now: number, zone: Zone): string {
  const wall = wallTime(at, zone.name);
  const today = wallTime(now, zone.name);
  const ago = dayNumber(today) - dayNumber(wall);
  if (ago === 0) return "Today";
  if (ago === 1) return "Yesterday";
  if (ago === -1) return "Tomorrow";
  const month = MONTHS[wall.month] ?? "";
  const date =
    wall.year === today.year ? sayDayOfMonth(wall.day, month, zone) : sayDayOfYear(wall.day, month, wall.year, zone);
  return `${WEEKDAYS[wall.weekday]}, ${date}`;
}

/** How a row says its time: `now`, `2 min`, `1 hr`, `in 5 min`; of another day `Sun 18:04`, `3 Nov 18:04`, `3 Nov 2025`. */
export function sayWhen(at: number, now: number, zone: Zone): string {
  const ahead = at - now;
  if (ahead >= MINUTE && ahead <= 2 * HOUR) return `in ${Math.round(ahead / MINUTE)} min`;
  const wall = wallTime(at, zone.name);
  const today = wallTime(now, zone.name);
  const ago = dayNumber(today) - dayNumber(wall);
  if (Math.abs(ahead) < MINUTE) return "now";
  if (-ahead < HOUR && ahead < 0) return `${Math.floor(-ahead / MINUTE)} min`;
  if (ago === 0) return `${Math.floor(Math.abs(ahead) / HOUR)} hr`;
  const time = sayClock(wall.clock.slice(0, 5), zone);
  if (ago > 0 && ago < 7) return `${WEEKDAYS[wall.weekday]?.slice(0, 3)} ${time}`;
  if (wall.year !== today.year) return sayDate(at, zone);
  return `${sayDayOfMonth(wall.day, SHORT_MONTHS[wall.month] ?? "", zone)} ${time}`;
}

/** A calendar date: `23 Nov 2026`. */
export function sayDate(at: number, zone: Zone): string {
  const wall = wallTime(at, zone.name);
  return sayDayOfYear(wall.day, SHORT_MONTHS[wall.month] ?? "", wall.year, zone);
}

/** The exact time: `23 Nov 2026, 09:41:07 UTC`. */
export function sayExactly(at: number, zone: Zone): string {
  return `${sayDate(at, zone)}, ${sayClock(wallTime(at, zone.name).clock, zone)} ${zoneName(at, zone.name)}`;
}

function amount(value: number, unit: string): string {
  return `${value} ${unit}${value === 1 ? "" : "s"}`;
}

/** How long after it happened an event was stored: "118 ms after it happened". */
export function sayDelay(milliseconds: number): string {
  if (milliseconds < 0) return `${saySpan(-milliseconds)} before its own time`;
  return milliseconds === 0 ? "the moment it happened" : `${saySpan(milliseconds)} after it happened`;
}

function saySpan(milliseconds: number): string {
  if (milliseconds < 1_000) return `${milliseconds} ms`;
  if (milliseconds < MINUTE) return `${(milliseconds / 1_000).toFixed(1)} s`;
  if (milliseconds < HOUR) return `${Math.round(milliseconds / MINUTE)} min`;
  if (milliseconds < 24 * HOUR) return amount(Math.round(milliseconds / HOUR), "hour");
  return amount(Math.round(milliseconds / (24 * HOUR)), "day");
}
