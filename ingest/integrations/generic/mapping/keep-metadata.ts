import { parsePathReference } from "@/activity/generic/reference";
import { isJsonObject } from "@/activity/json";
import type { CompiledMapping, Reading } from "./compile-mapping";
import { type Budget, prune } from "./prune";

/** Puts a value where it stood: `a.b` becomes `{a: {b: …}}`. What stands there already stays. */
function put(target: Record<string, unknown>, keys: readonly (string | number)[], value: unknown): void {
  let place = target;
  for (const [at, key] of keys.entries()) {
    const before = Object.hasOwn(place, key) ? place[key] : undefined;
    if (at === keys.length - 1) {
      if (before === undefined) place[key] = value;
      return;
    }
    const next: unknown = before ?? {};
    if (!isJsonObject(next)) return;
    place[key] = next;
    place = next;
  }
}

/** What is kept of an item: what the mapping names, else all of it, within the budget. */
export function keepMetadata(mapping: CompiledMapping, reading: Reading, budget: Budget): Record<string, unknown> {
  if (mapping.metadata === null) {
    const all = prune(reading.item, budget);
    return isJsonObject(all) ? all : { value: all };
  }
  const kept: Record<string, unknown> = {};
  for (const { name, path, read } of mapping.metadata) {
    const value = prune(read(reading), budget);
    if (value === undefined) continue;
    const reference = parsePathReference(path);
    const keys = typeof reference === "string" ? [path] : reference.keys;
    if (name !== null) put(kept, [name], value);
    else if (keys.length === 0) put(kept, ["value"], value);
    else put(kept, keys, value);
  }
  return kept;
}
