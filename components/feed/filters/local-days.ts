/** A calendar day as a date input writes it, `2026-11-23`. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const padded = (value: number, digits: number) => String(value).padStart(digits, "0");

/** The reader's own calendar day of an instant, `shift` days later. */
export function localDay(at: Date, shift = 0): Day {
  const day = new Date(at);
  day.setDate(day.getDate() + shift);
  return `${padded(day.getFullYear(), 4)}-${padded(day.getMonth() + 1, 2)}-${padded(day.getDate(), 2)}`;
}

/** The instant a day starts on the reader's clock, `shift` days later; undefined for what is no day. */
export function startOfDay(day: Day, shift = 0): string | undefined {
  const [, year, month, date] = DAY.exec(day)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const at = new Date(0);
  // Not by the constructor, which takes the years of the first century for those of the last.
  at.setFullYear(year, month - 1, date);
  at.setHours(0, 0, 0, 0);
  if (localDay(at) !== day) return undefined;
  at.setDate(at.getDate() + shift);
  return at.toISOString();
}

/** A date range of the filter: `from` inclusive, `to` exclusive. */
export interface Range {
  from?: string;
  to?: string;
}

/** The range of whole local days between two date inputs, both inclusive; an empty one leaves that side open. */
export function rangeOfDays(first: Day, last: Day): Range {
  const from = startOfDay(first);
  const to = startOfDay(last, 1);
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** The days to show in two date inputs for a range. */
export function daysOfRange({ from, to }: Range): { first: Day; last: Day } {
  return {
    first: from === undefined ? "" : localDay(new Date(from)),
    // The end is exclusive: the last day is the one of the millisecond before it.
    last: to === undefined ? "" : localDay(new Date(Date.parse(to) - 1)),
  };
}

/** The ready-made ranges, from the reader's own today. */
export function presetRanges(now: Date): { label: string; range: Range }[] {
  const since = (days: number): Range => rangeOfDays(localDay(now, -days), "");
  return [
    { label: "Today", range: since(0) },
    { label: "Yesterday", range: rangeOfDays(localDay(now, -1), localDay(now, -1)) },
    { label: "Last 7 days", range: since(6) },
    { label: "Last 30 days", range: since(29) },
  ];
}

/** The reader's own calendar day that starts at an instant; null when none does. */
export function dayStartingAt(instant: string): Day | null {
  const day = localDay(new Date(instant));
  return startOfDay(day) === instant ? day : null;
}
