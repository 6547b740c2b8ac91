/** A reader's time zone, and how times and numbers are written where they live. The words are English, as all others of the page are. */
export interface Zone {
  /** IANA name. */
  name: string;
  /** `23 November`, not `November 23`. */
  isDayFirst: boolean;
  /** `6:04 PM`, not `18:04`. */
  isTwelveHour: boolean;
  /** What stands between thousands. */
  separator: string;
}

/** What the server writes, and the browser until it has taken over: the two must not differ. */
export const UTC: Zone = { name: "UTC", isDayFirst: true, isTwelveHour: false, separator: "," };

/** The zone of that IANA name with the customs of a BCP 47 language, such as `en-US` or `de`; those of {@link UTC} when there is no such language. */
export function zoneOf(name: string, language: string): Zone {
  try {
    const order = new Intl.DateTimeFormat(language, { day: "numeric", month: "numeric" })
      .formatToParts()
      .map(({ type }) => type);
    const { hour12 } = new Intl.DateTimeFormat(language, { hour: "numeric" }).resolvedOptions();
    // Some languages leave four digits together: a million shows what they write.
    const group = new Intl.NumberFormat(language).formatToParts(1_000_000).find(({ type }) => type === "group");
    return {
      name,
      isDayFirst: order.indexOf("day") < order.indexOf("month"),
      isTwelveHour: hour12 === true,
      separator: group?.value ?? UTC.separator,
    };
  } catch {
    return { ...UTC, name };
  }
}

/** A date without its year: `23 Nov`, `Nov 23`. */
export function sayDayOfMonth(day: number, month: string, { isDayFirst }: Zone): string {
  return isDayFirst ? `${day} ${month}` : `${month} ${day}`;
}

/** The same with its year: `23 Nov 2026`, `Nov 23, 2026`. */
export function sayDayOfYear(day: number, month: string, year: number, zone: Zone): string {
  return `${sayDayOfMonth(day, month, zone)}${zone.isDayFirst ? "" : ","} ${year}`;
}

/** A time of day out of `18:04` or `18:04:07`: as it is, or `6:04 PM`, `6:04:07 PM`. */
export function sayClock(clock: string, { isTwelveHour }: Zone): string {
  if (!isTwelveHour) return clock;
  const hour = Number(clock.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}${clock.slice(2)} ${hour < 12 ? "AM" : "PM"}`;
}

/** A count with its thousands apart: `12,312`, `12.312`. */
export function sayNumber(count: number, { separator }: Zone): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, separator);
}
