export type Keys = readonly (string | number)[];

/** The value at a path of untrusted JSON, own fields only; undefined when there is none. A list's `length` is one of its own. */
export function valueAt(value: unknown, keys: Keys): unknown {
  let part = value;
  for (const key of keys) {
    if (typeof part !== "object" || part === null) return undefined;
    part = Object.getOwnPropertyDescriptor(part, key)?.value;
  }
  return part;
}

/** The same value without the field at a path; what is beside it is shared. */
export function without(value: unknown, keys: Keys): unknown {
  const [key, ...rest] = keys;
  if (key === undefined || typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return value;
  if (Array.isArray(value)) return value.map((item, place) => (place === key ? without(item, rest) : item));
  const entries = Object.entries(value).flatMap(([name, part]): [string, unknown][] => {
    if (name !== String(key)) return [[name, part]];
    return rest.length === 0 ? [] : [[name, without(part, rest)]];
  });
  return Object.fromEntries(entries);
}

/** The same value with another one at a path; objects and lists on the way are made where there are none. */
export function withValue(value: unknown, keys: Keys, leaf: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return leaf;
  if (typeof key === "number") {
    const list = Array.isArray(value) ? value : [];
    return Array.from({ length: Math.max(list.length, Math.min(key, 100) + 1) }, (_, place) =>
      place === key ? withValue(list[place], rest, leaf) : (list[place] ?? null),
    );
  }
  const object = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  return { ...object, [key]: withValue(valueAt(object, [key]), rest, leaf) };
}
