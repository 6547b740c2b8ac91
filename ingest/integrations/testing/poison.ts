import fc from "fast-check";
import { isJsonObject } from "@/activity/json";

/** Texts that are too long, cannot be stored or mean something else than they should. */
export const HUGE = [
  "x".repeat(300_000),
  "é".repeat(40_000),
  "👩‍👩‍👧‍👦".repeat(9_000),
  `a${"\u0301".repeat(90_000)}`,
  "\u0001".repeat(70_000),
  "\0\ud800\u202e\u200b",
  "constructor",
  "__proto__",
  "javascript:alert(1)",
  "https://[",
  "refs/heads/",
  "",
  " ",
];

/** Any value a hostile or broken sender could put in a field. */
export const poison = fc.oneof(
  fc.constantFrom<unknown>(...HUGE, null, [], {}, [[]], true, false, 0, -1, 1.5, 1e300, 2 ** 60),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Some wounds of a payload: where, as {@link poisoned} takes it, and what is put there. */
const wounds = fc.array(fc.tuple(fc.array(fc.nat(60), { minLength: 1, maxLength: 4 }), poison), {
  minLength: 1,
  maxLength: 6,
});

/** Puts a value somewhere into a copy of a payload: down `path`, taking each number modulo what is there. */
function poisoned(value: unknown, path: readonly number[], leaf: unknown): unknown {
  const [at, ...rest] = path;
  if (at === undefined || typeof value !== "object" || value === null) return leaf;
  const keys = Object.keys(value);
  const key = keys[at % Math.max(keys.length, 1)];
  if (key === undefined) return leaf;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? poisoned(item, rest, leaf) : item));
  const child: unknown = isJsonObject(value) ? value[key] : undefined;
  return { ...value, [key]: poisoned(child, rest, leaf) };
}

/** Checks that any of the examples, with any fields of its payload replaced, still passes `expectValid`. */
export function checkWounded<T extends { payload: unknown }>(
  examples: readonly T[],
  expectValid: (example: T) => void,
): void {
  fc.assert(
    fc.property(fc.constantFrom(...examples), wounds, (example, damage) => {
      let broken: unknown = example.payload;
      for (const [path, leaf] of damage) broken = poisoned(broken, path, leaf);
      if (isJsonObject(broken)) expectValid({ ...example, payload: broken });
    }),
    { numRuns: 1_500 },
  );
}
