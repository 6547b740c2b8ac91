/** The search box, the other way: a filter as one would type it. */
import { type Filter, VALUE_FIELDS, type ValueField } from "../filter";
import { escapeWords, quoteValue } from "./syntax";

/** What the printed text may say in the place of instants and ids. */
export interface PrintContext {
  /** The reader's calendar day that starts at an instant; null when none does. */
  dayOf: (instant: string) => string | null;
  /** The name by which alone an actor is known; null when there is none. */
  nameOf: (actorId: string) => string | null;
}

/** Writes a filter in the language of the search box; `parseSearch` gives the same filter back. */
export function printSearch(filter: Filter, { dayOf, nameOf }: PrintContext): string {
  const say = (field: ValueField, value: string) => quoteValue(field === "actor" ? (nameOf(value) ?? value) : value);
  const operators = VALUE_FIELDS.flatMap((field) => [
    ...(filter[field]?.any ?? []).map((value) => `${field}:${say(field, value)}`),
    ...(filter[field]?.not ?? []).map((value) => `-${field}:${say(field, value)}`),
  ]);
  if (filter.from !== undefined) operators.push(`after:${dayOf(filter.from) ?? filter.from}`);
  if (filter.to !== undefined) operators.push(`before:${dayOf(filter.to) ?? filter.to}`);
  if (filter.important) operators.push("is:important");
  if (filter.q !== undefined) operators.push(escapeWords(filter.q));
  return operators.join(" ");
}
