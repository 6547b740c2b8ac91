import { expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import type { GenericConfig } from "@/activity/generic/generic-config";
import { GENERIC_PRESETS } from "@/activity/generic/presets";
import { genericSource } from "../generic";
import { delivery, RECEIVED_AT } from "../testing/delivery";

const SECRET = "whsec_bGFzLXRlc3Qtc2VjcmV0LWJ5dGVzLTAxMjM0NTY3";
const ID = "test_1";

function check(config: GenericConfig): void {
  const source = genericSource(config);
  const { body, headers } = source.sample(ID, RECEIVED_AT, SECRET);
  const signed = source.sign(body, { secret: SECRET, id: ID, at: RECEIVED_AT });
  const sent = delivery(body, { ...headers, ...signed });
  expect(source.verify(sent, [SECRET], RECEIVED_AT)).toEqual({ isGenuine: true });
  expect(source.verify(sent, ["another"], RECEIVED_AT).isGenuine).toBe(false);
  if (config.deliveryId != null) expect(source.deliveryId(sent)).toContain(ID);
  const events = source.toEvents(sent, RECEIVED_AT);
  expect(events).toHaveLength(1);
  for (const event of events) {
    expect(eventSchema.safeParse(event).error?.issues).toBeUndefined();
    expect(event.message).toMatch(/test/i);
    expect(event.message).not.toMatch(/undefined|null|\s\s/);
    expect(JSON.stringify(event)).not.toContain(SECRET);
  }
}

it.each(GENERIC_PRESETS.map(({ key, config }) => [key, config] as const))(
  "a test of %s is signed and told",
  (_, config) => check(config),
);

it.each<[string, GenericConfig]>([
  [
    "a list that is told one by one",
    {
      signature: { scheme: "standard" },
      event: { each: "a.items", entity: { name: "{t[1].x}" }, eventType: "{$.kind}" },
    },
  ],
  [
    "a header that says what happened",
    {
      signature: { scheme: "basic", username: "u" },
      event: { eventType: "{header:x-event}", entity: { name: "{name}" } },
    },
  ],
  [
    "an id of several fields",
    { signature: { scheme: "token", header: "X-Token" }, deliveryId: { template: "{a}:{b.c}" } },
  ],
  [
    "a secret in the payload",
    { signature: { scheme: "bodyToken", path: "auth.code" }, event: { entity: { name: "{auth.name}" } } },
  ],
  [
    "an HMAC of an id, a time and the body",
    {
      signature: {
        scheme: "hmac",
        header: "X-S",
        signed: "{id}.{timestamp}.{body}",
        timestamp: { header: "X-T", unit: "ms" },
        algorithm: "sha512",
        encoding: "base64",
      },
      deliveryId: { header: "X-Id" },
    },
  ],
])("a test of %s is signed and told", (_, config) => check(config));
