import { type Filter, MAX_VALUES } from "./filter";

/** The fields whose values a member can mute. */
export const MUTED_FIELDS = ["type", "actor", "entity"] as const;

/** A value of the filter that a member does not want to see. */
export interface Mute {
  field: (typeof MUTED_FIELDS)[number];
  value: string;
}

/** The filter without what is muted; what the filter itself names is shown. A mute beyond what a field may hold does not count. */
export function withMutes(filter: Filter, mutes: readonly Mute[]): Filter {
  const quiet = { ...filter };
  for (const { field, value } of mutes) {
    const { any, not } = quiet[field] ?? { any: [], not: [] };
    if (any.includes(value) || not.includes(value) || any.length + not.length >= MAX_VALUES) continue;
    quiet[field] = { any, not: [...not, value] };
  }
  return quiet;
}
