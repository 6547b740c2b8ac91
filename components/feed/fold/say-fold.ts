import { type Fold, RATE_PARTS } from "@/activity/fold/fold";
import { sayClock, sayNumber, type Zone } from "../list/customs";
import { sourceName } from "../list/facts";
import { wallTime } from "../list/zone";

/** How many there are: "7 times" of a person, "×312" of one thing a machine says, "×312 from Probe" of all that a source says. */
export function sayCount({ kind, eventType, count, source }: Fold, zone: Zone): string {
  if (kind === "person") return `${sayNumber(count, zone)} times`;
  if (eventType !== null) return `×${sayNumber(count, zone)}`;
  return `×${sayNumber(count, zone)} from ${sourceName(source) ?? "the API"}`;
}

/** The same for ears. */
export function sayCountAloud(fold: Fold, zone: Zone): string {
  return sayCount(fold, zone).replace(/^×(\S+)/, "$1 times");
}

/** From when to when, on the reader's clock: "14:02–14:41", or one minute. */
export function saySpan({ first, last }: Fold, zone: Zone): string {
  const [from, to] = [first, last].map((time) =>
    sayClock(wallTime(Date.parse(time), zone.name).clock.slice(0, 5), zone),
  );
  return from === to ? `${to}` : `${from}–${to}`;
}

/** The rate in each part of the hour; the highest is 1. */
export function rateOf({ rate }: Fold): number[] {
  const highest = Math.max(1, ...rate);
  return Array.from({ length: RATE_PARTS }, (_, index) => (rate[index] ?? 0) / highest);
}
