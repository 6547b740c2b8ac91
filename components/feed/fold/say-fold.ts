import { type Fold, RATE_PARTS } from "@/activity/fold/fold";
import { sourceName } from "../list/facts";
import { wallTime } from "../list/zone";

/** A count with its thousands apart: "12,312". */
export const sayNumber = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** How many there are: "7 times" of a person, "×312" of one thing a machine says, "×312 from Probe" of all that a source says. */
export function sayCount({ kind, eventType, count, source }: Fold): string {
  if (kind === "person") return `${sayNumber(count)} times`;
  if (eventType !== null) return `×${sayNumber(count)}`;
  return `×${sayNumber(count)} from ${sourceName(source) ?? "the API"}`;
}

/** The same for ears. */
export function sayCountAloud(fold: Fold): string {
  return sayCount(fold).replace(/^×(\S+)/, "$1 times");
}

/** From when to when, on the reader's clock: "14:02–14:41", or one minute. */
export function saySpan({ first, last }: Fold, zone: string): string {
  const [from, to] = [first, last].map((time) => wallTime(Date.parse(time), zone).clock.slice(0, 5));
  return from === to ? `${to}` : `${from}–${to}`;
}

/** The rate in each part of the hour; the highest is 1. */
export function rateOf({ rate }: Fold): number[] {
  const highest = Math.max(1, ...rate);
  return Array.from({ length: RATE_PARTS }, (_, index) => (rate[index] ?? 0) / highest);
}
