/** A calendar day as a date input writes it, `2026-11-23`. */
export type Day = string;

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** The reader's own calendar day of an instant, `shift` days later. */
export function localDay(at: Date, shift = 0): Day {
  const day = new Date(at.getFullYear(), at.getMonth(), at.getDate() + shift);
  return `${String(day.getFullYear()).padStart(4, "0")}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The instant a day starts on the reader's clock, `shift` days later; undefined for what is no day. */
export function startOfDay(day: Day, shift = 0): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (match === null) return undefined;
  const at = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + shift);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
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
