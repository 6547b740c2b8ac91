import type { Filter, ValueField } from "@/activity/filter";
import { writeView } from "@/activity/view-query";

/** How a value stands in a field of the filter. */
export type Choice = "any" | "not" | "off";

/** How a value stands in a field. */
export function choiceOf(filter: Filter, field: ValueField, value: string): Choice {
  const values = filter[field];
  if (values?.any.includes(value)) return "any";
  return values?.not.includes(value) ? "not" : "off";
}

/** The filter with a value included (`any`), excluded (`not`) or taken out (`off`). */
export function withChoice(filter: Filter, field: ValueField, value: string, choice: Choice): Filter {
  const others = (list: readonly string[] | undefined) => (list ?? []).filter((other) => other !== value);
  const any = others(filter[field]?.any);
  const not = others(filter[field]?.not);
  if (choice === "any") any.push(value);
  if (choice === "not") not.push(value);
  const { [field]: _, ...rest } = filter;
  return any.length + not.length === 0 ? rest : { ...rest, [field]: { any, not } };
}

/** The filter without these fields. */
export function without(filter: Filter, ...fields: (keyof Filter)[]): Filter {
  const rest = { ...filter };
  for (const field of fields) delete rest[field];
  return rest;
}

/** Parameters as the search of an address, "" for none; what need not be escaped there stays legible. */
export function toSearch(params: URLSearchParams): string {
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}

/** Address of a team's feed with a filter, and of an older page of it; `isFolded` false shows each event by itself. */
export function feedHref(team: string, filter: Filter, cursor?: string, isFolded = true): string {
  const params = writeView(filter, isFolded);
  if (cursor !== undefined) params.set("cursor", cursor);
  return `/${team}${toSearch(params)}`;
}
