import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { cloudeventsSource } from "./cloudevents";
import { eventsOf } from "./cloudevents/testing/deliver";
import { delivery, RECEIVED_AT } from "./testing/delivery";
import { describeSignature } from "./testing/describe-signature";

const SECRET = "las-test-secret";
const BODY = '{ "specversion": "1.0", "id": "w\\u00f6rld ✓", "source": "/s", "type": "a.b" }';
const TYPE = { "content-type": "application/cloudevents+json" };
const bearer = (secret: string) => ({ Authorization: `Bearer ${secret}` });

describeSignature({
  source: cloudeventsSource,
  vector: { secret: SECRET, at: RECEIVED_AT, body: BODY, headers: { Authorization: "Bearer las-test-secret" } },
  secrets: [SECRET, "another"],
  body: BODY,
  isBodySigned: false,
  toleranceSeconds: null,
});

const WHSEC = "whsec_bGFzLXRlc3Qtc2VjcmV0LWJ5dGVzLTAxMjM0NTY3";
function sign(body: string, { secret, at }: { secret: string; at: Date }): Record<string, string> {
  const time = String(Math.floor(at.getTime() / 1_000));
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`msg_1.${time}.${body}`).digest("base64");
  return { "webhook-id": "msg_1", "webhook-timestamp": time, "webhook-signature": `v1,${signature}` };
}

describeSignature({
  source: { ...cloudeventsSource, label: "CloudEvents, signed by Standard Webhooks," },
  vector: {
    secret: WHSEC,
    at: new Date(1_700_000_000_000),
    body: '{"action":"opened","title":"wörld ✓"}',
    headers: {
      "webhook-id": "msg_1",
      "webhook-timestamp": "1700000000",
      "webhook-signature": "v1,GIgwcBsCmC+icZgYwTDs8LJnDb05qfYzHYSzKpnu0xI=",
    },
  },
  sign,
  secrets: [WHSEC, "whsec_YW5vdGhlci1zZWNyZXQtYW5vdGhlci1zZWNyZXQ="],
  body: BODY,
  toleranceSeconds: 300,
  severalOf: (wrong, right) => ({
    ...right,
    "webhook-signature": `${wrong["webhook-signature"]} ${right["webhook-signature"]}`,
  }),
});

it("lets a signature count instead of the token, right or wrong", () => {
  const verify = (headers: Record<string, string>, secret = WHSEC) =>
    cloudeventsSource.verify(delivery(BODY, headers), [secret], RECEIVED_AT).isGenuine;
  const [signed, forged] = [WHSEC, "whsec_AAAA"].map((secret) => sign(BODY, { secret, at: RECEIVED_AT }));
  expect(verify({ ...signed, ...bearer("wrong") })).toBe(true);
  expect(verify({ ...forged, ...bearer(WHSEC) })).toBe(false);
  expect(verify({ ...bearer(WHSEC), "webhook-signature": "nonsense" })).toBe(false);
  expect(verify({ ...bearer(WHSEC), "svix-signature": "v1,AAAA" })).toBe(false);
  expect(verify({ ...bearer(WHSEC), "webhook-id": "msg_1" })).toBe(true);
  // A secret that we made up is hexadecimal, which is Base64 as well.
  const made = "0123456789abcdef".repeat(4);
  expect(verify(sign(BODY, { secret: made, at: RECEIVED_AT }), made)).toBe(true);
  expect(cloudeventsSource.secretHeaders).toEqual(["Authorization"]);
});

describe("a delivery", () => {
  const event = (id: string, more = {}) => ({
    specversion: "1.0",
    id,
    source: "/s",
    type: "com.example.order.paid",
    ...more,
  });
  const batch = (...events: unknown[]) =>
    delivery(JSON.stringify(events), { "content-type": "application/cloudevents-batch+json" });
  const single = (value: unknown) => delivery(JSON.stringify(value), TYPE);

  it("has the id and name of its event, of whichever mode; several have none together", () => {
    const binary = delivery("{}", {
      "ce-specversion": "1.0",
      "ce-id": "1",
      "ce-source": "/s",
      "ce-type": "com.example.order.paid",
    });
    for (const one of [single(event("1")), batch(event("1")), binary]) {
      expect(cloudeventsSource.deliveryId(one)).toBe("/s 1");
      expect(cloudeventsSource.eventName(one)).toBe("com.example.order.paid");
    }
    const several = batch({}, event("1"), event("2"));
    expect(cloudeventsSource.deliveryId(several)).toBeNull();
    expect(cloudeventsSource.eventName(several)).toBe("com.example.order.paid");
    for (const bad of [delivery("{"), delivery("{", TYPE), single([]), single({}), batch(), batch({})]) {
      expect(cloudeventsSource.deliveryId(bad)).toBeNull();
      expect(cloudeventsSource.eventName(bad)).toBeNull();
    }
  });

  it("may be an empty batch, which is answered and stores nothing", () => {
    expect(cloudeventsSource.reply?.(batch())).toEqual({
      contentType: "application/json; charset=utf-8",
      body: '{"status":"stored","activityIds":[]}',
    });
    for (const other of [batch(event("1")), batch({}), single(event("1")), delivery("[]", TYPE), delivery("")])
      expect(cloudeventsSource.reply?.(other)).toBeNull();
  });

  it("tells each event of a batch, and of each that is none why, unless none is", () => {
    const told = eventsOf([
      event("1", { subject: "42" }),
      { ...event("2"), type: null },
      7,
      event("3", { subject: "43" }),
    ]);
    expect(told.map(({ message }) => message)).toEqual([
      "s paid order 42",
      "CloudEvents could not read event 2 of a batch: type: must be sent, and not be empty",
      "CloudEvents could not read event 3 of a batch: body: must be a JSON object",
      "s paid order 43",
    ]);
    expect(told[1]).toMatchObject({ eventType: "cloudevents.unreadable", isImportant: true });
    expect(told.map(({ idempotencyKey }) => idempotencyKey)).toEqual([
      "cloudevents:/s 1",
      undefined,
      undefined,
      "cloudevents:/s 3",
    ]);
    expect(() => eventsOf([{}, 7])).toThrow(
      expect.objectContaining({
        code: "invalid_request",
        issues: [expect.objectContaining({ path: [0, "specversion"] })],
      }),
    );
  });
});
