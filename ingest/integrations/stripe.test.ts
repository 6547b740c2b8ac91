import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { stripeSource } from "./stripe";
import { delivery, RECEIVED_AT } from "./testing/delivery";
import { describeSignature } from "./testing/describe-signature";
import { expectTold } from "./testing/expect-told";

const SECRET = "las-test-secret";

describeSignature({
  source: stripeSource,
  vector: {
    secret: SECRET,
    at: new Date(1_700_000_000_000),
    body: '{"action":"opened","title":"wörld ✓"}',
    headers: {
      "Stripe-Signature": "t=1700000000,v1=cee2e2ed414a2de8375b1ceb1df2e046826ba845f2451e504af2855bd4383146",
    },
  },
  secrets: [SECRET, "another"],
  body: '{ "id": "evt_1", "type": "charge.succeeded", "data": { "object": { "description": "w\\u00f6rld ✓" } } }',
  toleranceSeconds: 300,
  severalOf: (wrong, right) => {
    const old = /v1=.*/.exec(wrong["Stripe-Signature"] ?? "")?.[0];
    const [time, signature] = (right["Stripe-Signature"] ?? "").split(",");
    return { "Stripe-Signature": `${time},${old},v0=00,${signature}` };
  },
});

it("refuses a signature or a time with anything after it", () => {
  const body = "{}";
  const at = new Date(RECEIVED_AT);
  const { "Stripe-Signature": value = "" } = stripeSource.sign(body, { secret: SECRET, id: "evt_1", at });
  const isGenuine = (header: string) =>
    stripeSource.verify(delivery(body, { "Stripe-Signature": header }), [SECRET], at).isGenuine;
  expect(isGenuine(value)).toBe(true);
  for (const header of [`${value}=`, `${value}=x`, value.replace(",", "=,"), value.replace(",", "=x,")])
    expect(isGenuine(header), header).toBe(false);
});

const read = (payload: unknown) => {
  const [event] = stripeSource.toEvents(delivery(JSON.stringify(payload)), RECEIVED_AT);
  if (event === undefined) throw new Error("nothing was told");
  return event;
};
const event = (type: string, object: object, more: object = {}) => ({
  id: "evt_1NG8Du2eZvKYlo2CUI79vXWy",
  object: "event",
  api_version: "2026-09-30",
  created: 1_763_890_000,
  livemode: true,
  type,
  data: { object },
  ...more,
});

// Objects after docs.stripe.com/api, shortened to what is read.
const charge = {
  id: "ch_3MmlLrLkdIwHu7ix0snN0B15",
  object: "charge",
  amount: 4_900,
  currency: "eur",
  billing_details: { name: "Jenny Rosen", email: "jenny@example.com" },
  receipt_url: "https://pay.stripe.com/receipts/payment/abc",
  status: "succeeded",
};
const invoice = {
  id: "in_1MtHbELkdIwHu7ixl4OzzPMv",
  object: "invoice",
  number: "ABC-0042",
  amount_due: 100_000,
  amount_paid: 0,
  currency: "jpy",
  customer_email: "acme@example.com",
  hosted_invoice_url: "https://invoice.stripe.com/i/acct_1/test",
};
const subscription = {
  id: "sub_1MowQVLkdIwHu7ixeRlqHVzs",
  object: "subscription",
  customer: "cus_Na6dX7aXxi11N4",
  status: "active",
};
const dispute = {
  id: "du_1MtJUT2eZvKYlo2CNaw2HvEv",
  object: "dispute",
  amount: 1_000,
  currency: "usd",
  charge: "ch_1AZtxr2eZvKYlo2C",
  reason: "fraudulent",
};

describe("an event", () => {
  it.each([
    [
      event("charge.succeeded", charge),
      "Stripe took a payment of 49.00 EUR from Jenny Rosen (ch_3MmlLrLkdIwHu7ix0snN0B15)",
    ],
    [
      event("invoice.payment_failed", invoice),
      "Stripe could not collect invoice ABC-0042 of 100,000 JPY from acme@example.com",
    ],
    [
      event("customer.subscription.deleted", subscription),
      "Stripe ended subscription sub_1MowQVLkdIwHu7ixeRlqHVzs for cus_Na6dX7aXxi11N4",
    ],
    [
      event("charge.dispute.created", dispute),
      "Stripe was told of a dispute of 10.00 USD over payment ch_1AZtxr2eZvKYlo2C (du_1MtJUT2eZvKYlo2CNaw2HvEv)",
    ],
    [
      event("customer.created", { id: "cus_1", object: "customer", name: "Jenny Rosen" }),
      "Stripe created customer Jenny Rosen",
    ],
    [event("product.updated", { id: "prod_1", object: "product", name: "Gold" }), "Stripe updated product Gold"],
    [
      event("brand.new_thing.first_seen", { id: "x_1", object: "brand_new" }),
      "Stripe triggered first seen on brand new x_1",
    ],
  ])("of %j", (payload, sentence) => {
    const told = read(payload);
    expect(told.message).toBe(sentence);
    expectTold(told);
  });

  it("has its dashboard's link, in test mode too, and its own time", () => {
    const told = read(event("customer.subscription.created", subscription, { livemode: false }));
    expect(told.entity.url).toBe("https://dashboard.stripe.com/test/subscriptions/sub_1MowQVLkdIwHu7ixeRlqHVzs");
    expect(told).toMatchObject({ eventType: "stripe.customer.subscription.created", metadata: { isTest: true } });
    expect(told.timestamp).toBe(new Date(1_763_890_000_000).toISOString());
    expect(read(event("charge.dispute.created", dispute)).isImportant).toBe(true);
    expect(read(event("charge.succeeded", charge)).isImportant).toBe(false);
  });

  it("has the delivery id and name of its body", () => {
    const one = delivery(JSON.stringify(event("charge.succeeded", charge)));
    expect(stripeSource.deliveryId(one)).toBe("evt_1NG8Du2eZvKYlo2CUI79vXWy");
    expect(stripeSource.eventName(one)).toBe("charge.succeeded");
    expect(stripeSource.deliveryId(delivery("{"))).toBeNull();
  });

  it("is valid whatever is in it", () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.string({ unit: "binary" }),
        fc.constantFrom(charge, invoice, dispute),
        (part, text, object) => {
          const keys = Object.keys(object);
          const key = keys[text.length % keys.length] ?? "id";
          for (const payload of [
            event(text, { ...object, [key]: part }),
            event("charge.succeeded", { [key]: part }),
            { type: text, data: part },
          ]) {
            const told = read(payload);
            expect(eventSchema.safeParse(told).error?.issues).toBeUndefined();
            expect(told.message).toContain(told.entity.name);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
