import fc from "fast-check";
import { expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { isJsonObject } from "@/activity/json";
import { githubSource } from "../github";
import { delivery, RECEIVED_AT } from "../testing/delivery";
import { checkWounded, HUGE } from "../testing/poison";
import { type Example, eventOf, examples } from "./testing/deliver";

const EXAMPLES = examples();
function expectValid({ event, payload }: Example): void {
  const made = eventOf(event, payload);
  const parsed = eventSchema.safeParse(made);
  expect(parsed.error?.issues).toBeUndefined();
  expect(made.message).toContain(made.actor.name);
  expect(made.message).toContain(made.entity.name);
}

it("makes a valid event of any real payload with any fields replaced", () => {
  checkWounded(EXAMPLES, expectValid);
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
