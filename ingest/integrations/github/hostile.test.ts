import fc from "fast-check";
import { expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { isJsonObject } from "@/activity/json";
import { githubSource } from "../github";
import { delivery, RECEIVED_AT } from "../testing/delivery";
import { type Example, eventOf, examples } from "./testing/deliver";

const EXAMPLES = examples();
const HUGE = [
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
const poison = fc.oneof(
  fc.constantFrom<unknown>(...HUGE, null, [], {}, [[]], true, false, 0, -1, 1.5, 1e300, 2 ** 60),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
);

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

function expectValid({ event, payload }: Example): void {
  const made = eventOf(event, payload);
  const parsed = eventSchema.safeParse(made);
  expect(parsed.error?.issues).toBeUndefined();
  expect(made.message).toContain(made.actor.name);
  expect(made.message).toContain(made.entity.name);
}

it("makes a valid event of any real payload with any fields replaced", () => {
  const damage = fc.array(fc.tuple(fc.array(fc.nat(60), { minLength: 1, maxLength: 4 }), poison), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.constantFrom(...EXAMPLES), damage, ({ event, payload }, wounds) => {
      let broken: unknown = payload;
      for (const [path, leaf] of wounds) broken = poisoned(broken, path, leaf);
      if (isJsonObject(broken)) expectValid({ event, payload: broken });
    }),
    { numRuns: 1_500 },
  );
});

it("makes a valid event when every field of the thing is the same bad value", () => {
  const seen = new Map(EXAMPLES.map((example) => [example.event, example]));
  // A hundred fields of this size already pass every limit; larger ones are the first test's.
  const bad: unknown[] = [
    ...HUGE.map((text) => text.slice(0, 6_000)),
    null,
    [],
    {},
    -1,
    [null],
    { login: null, number: "1", id: {} },
  ];
  for (const { event, payload } of seen.values()) {
    for (const leaf of bad) {
      expectValid({ event, payload: Object.fromEntries(Object.keys(payload).map((key) => [key, leaf])) });
      const flat = (value: unknown) =>
        isJsonObject(value) ? Object.fromEntries(Object.keys(value).map((key) => [key, leaf])) : value;
      expectValid({
        event,
        payload: Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, flat(value)])),
      });
    }
  }
});

it("makes a valid event of an empty object, whatever the event", () => {
  for (const event of new Set([
    ...EXAMPLES.map((example) => example.event),
    "brand_new_event",
    "constructor",
    "__proto__",
  ])) {
    expectValid({ event, payload: {} });
    expectValid({ event, payload: { action: "a.*" } });
    expectValid({ event, payload: { action: "new_thing_happened", thing: { name: "It" } } });
  }
});

it("throws nothing but its own errors, whatever the bytes", () => {
  const text = fc.oneof(
    fc.json(),
    fc.string({ unit: "binary" }),
    fc.constant(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`),
  );
  fc.assert(
    fc.property(text, fc.constantFrom("application/json", "application/x-www-form-urlencoded", ""), (body, type) => {
      try {
        const headers = { "X-GitHub-Event": "push", "Content-Type": type };
        const [made] = githubSource.toEvents(delivery(body, headers), RECEIVED_AT);
        expect(eventSchema.safeParse(made).success).toBe(true);
      } catch (error) {
        expect(error).toMatchObject({
          name: "ActivityError",
          code: expect.stringMatching(/^(malformed_json|invalid_request)$/),
        });
      }
    }),
  );
});
