import fc from "fast-check";
import { expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { type GenericConfig, genericConfigSchema } from "@/activity/generic/generic-config";
import { GENERIC_PRESETS } from "@/activity/generic/presets";
import { genericSource } from "../generic";
import { delivery, RECEIVED_AT } from "../testing/delivery";

const NAMES = [
  "a",
  "b",
  "id",
  "name",
  "type",
  "data",
  "alerts",
  "0",
  "length",
  "toString",
  "hasOwnProperty",
  "é 2",
  "$x",
];
const HOSTILE = [
  "__proto__",
  "constructor",
  "prototype",
  "a.__proto__.b",
  "constructor.constructor",
  "a[",
  "[0]",
  "..",
  "$y",
];

const key = fc.oneof(
  fc.constantFrom(...NAMES, "__proto__", "constructor"),
  fc.string({ unit: "binary", maxLength: 8 }),
);
/** Any JSON value, with keys that mappings name, and some that reach for prototypes. */
const { payload } = fc.letrec((tie) => ({
  payload: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(null, true, "", " ", "\u200b", "\ud800", "a\u0000b", 1e300, 12_345_678_901, "https://a.example/ ✓"),
    fc.double(),
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({ minLength: 600, maxLength: 2_000 }),
    fc.array(tie("payload"), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie("payload")), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

const path = fc
  .array(fc.constantFrom(...NAMES, ".", "$", "$.a"), { minLength: 1, maxLength: 3 })
  .map((names) => names.join("."));
const place = fc.oneof(
  path,
  fc.constantFrom(...HOSTILE, "header:x-event", "header:none", "$actor", "$entity", "$type", '"text"'),
);
const piece = fc.oneof(
  fc.array(place, { minLength: 1, maxLength: 3 }).map((names) => `{${names.join("|")}}`),
  place.map((name) => `[ of {${name}}]`),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom("https://a.example/", "{", "]", "\\", "user"),
);
const template = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(""));
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });

const event = fc.record({
  each: some(path),
  eventType: some(template),
  eventTypePrefix: some(fc.constantFrom("a", "order.", "x")),
  actor: some(fc.record({ id: some(template), name: some(template), kind: some(template), avatarUrl: some(template) })),
  entity: some(
    fc.record({
      type: some(template),
      id: some(template),
      name: some(template),
      reference: some(template),
      url: some(template),
    }),
  ),
  message: some(template),
  messages: some(fc.dictionary(fc.constantFrom("event", "a", "order.created"), template, { maxKeys: 2 })),
  timestamp: some(template),
  isImportant: some(fc.array(fc.record({ path, equals: fc.constant(["x", 1, true]) }), { maxLength: 2 })),
  metadata: some(fc.array(fc.oneof(path, fc.record({ name: key, path })), { maxLength: 4 })),
});
const config = fc.record({
  signature: fc.oneof(
    fc.constant({ scheme: "standard" }),
    path.map((where) => ({ scheme: "bodyToken", path: where })),
  ),
  deliveryId: some(
    fc.oneof(
      path.map((where) => ({ path: where })),
      template.map((text) => ({ template: text })),
    ),
  ),
  event: some(event),
});

/** What a source makes of a payload: valid events, or an error of the kit; its other questions never throw. */
function check(given: GenericConfig, body: string): void {
  const source = genericSource(given);
  const sent = delivery(body, { "x-event": "order.created", "x-shopify-topic": "orders/create" });
  expect(source.verify(sent, ["secret"], RECEIVED_AT).isGenuine).toBe(false);
  const id = source.deliveryId(sent);
  if (id !== null) expect(Buffer.byteLength(id)).toBeLessThanOrEqual(256);
  source.eventName(sent);
  source.hideSecret?.(body);
  if (!/^\s*[[{]/.test(body)) {
    expect(() => source.toEvents(sent, RECEIVED_AT)).toThrow(expect.objectContaining({ code: "invalid_request" }));
    return;
  }
  const events = source.toEvents(sent, RECEIVED_AT);
  expect(events.length).toBeGreaterThan(0);
  for (const one of events) {
    expect(eventSchema.safeParse(one).error?.issues).toBeUndefined();
    expect(one.eventType.startsWith("integration.")).toBe(true);
  }
}

it("makes valid events of any payload by any mapping that can be saved", () => {
  let saved = 0;
  fc.assert(
    fc.property(config, payload, (given, value) => {
      const parsed = genericConfigSchema.safeParse(given);
      if (!parsed.success) return;
      saved += 1;
      check(parsed.data, JSON.stringify(value) ?? "null");
    }),
    { numRuns: 4_000 },
  );
  expect(saved).toBeGreaterThan(300);
});

it("saves no mapping that reaches for a prototype, and reads none", () => {
  for (const one of ["__proto__", "a.__proto__", "constructor.name", "a.prototype.b", "__proto__[0]"]) {
    const given = { signature: { scheme: "standard" }, event: { message: `{${one}}`, metadata: [one] } } as const;
    expect(genericConfigSchema.safeParse(given).success).toBe(false);
    const [told] = genericSource({ signature: { scheme: "standard" }, event: { message: `{${one}}` } }).toEvents(
      delivery('{"__proto__":{"x":1},"constructor":{"name":"evil"},"a":{"__proto__":1}}'),
      RECEIVED_AT,
    );
    expect(told?.message).toBe("Webhook sent an event");
  }
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});

it("makes valid events of any payload by every preset", () => {
  fc.assert(
    fc.property(fc.constantFrom(...GENERIC_PRESETS), payload, key, (preset, value, name) => {
      check(preset.config, JSON.stringify({ [name]: value, data: value, alerts: value }));
      check(preset.config, JSON.stringify(value) ?? "null");
    }),
    { numRuns: 1_000 },
  );
});

it("takes deep, wide and long payloads in its stride", () => {
  const deep = `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`;
  const wide = JSON.stringify(
    Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`key${at}`, `value ${at}`])),
  );
  const long = `{"id":12345678901234567890,"s":"${'\\"'.repeat(400_000)}"}`;
  for (const body of [deep, wide, long, `[${'{"a":1},'.repeat(50_000)}1]`])
    check({ signature: { scheme: "standard" } }, body);
});
