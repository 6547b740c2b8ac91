// Third step of a webhook: Stripe's signature, delivery id and events.
import { createHmac } from "node:crypto";
import type { Delivery, IntegrationSource, Signing } from "./integration-source";
import { deliveryIdFrom } from "./payload/delivery-id";
import { typeWord } from "./payload/draft";
import { peekJsonObject, readJsonObject } from "./payload/read-json";
import { jsonSample } from "./payload/sample";
import { checkClock, unixSeconds } from "./signature/check-clock";
import { isSigned } from "./signature/is-signed";
import { splitOnce } from "./signature/split-once";
import { refused, type Verdict } from "./signature/verdict";
import { describeStripe } from "./stripe/describe-stripe";

const HEADER = "Stripe-Signature";
/** Seconds that a signed time may be off; Stripe's libraries look back only, we look ahead too. */
const TOLERANCE_SECONDS = 300;

function digestOf(secret: string, time: string, body: string | Uint8Array): Buffer {
  return createHmac("sha256", secret).update(time).update(body).digest();
}

/** `t=<seconds>,v1=<hex>[,v1=<hex>]` over `{t}.{body}`, keyed with the whole `whsec_…` text; other schemes of the header do not count. */
function verify(delivery: Delivery, secrets: readonly string[], now: Date): Verdict {
  const value = delivery.header(HEADER)?.trim() ?? "";
  if (value === "") return refused({ code: "missing_header", header: HEADER });
  const parts = value.split(",").map((part) => splitOnce(part, "="));
  const time = parts.find(([name]) => name === "t")?.[1] ?? null;
  const sentAt = unixSeconds(time);
  const sent = parts.flatMap(([name, text]) =>
    name === "v1" && /^[0-9a-f]{64}$/i.test(text) ? [Buffer.from(text, "hex")] : [],
  );
  if (sentAt === null || sent.length === 0) return refused({ code: "malformed_header", header: HEADER });
  return isSigned(sent, secrets, (secret) => digestOf(secret, `${time}.`, delivery.body))
    ? checkClock(sentAt, now, TOLERANCE_SECONDS)
    : refused({ code: "wrong_signature", header: HEADER });
}

function sign(body: string, { secret, at }: Signing): Record<string, string> {
  const time = Math.floor(at.getTime() / 1_000);
  return { [HEADER]: `t=${time},v1=${digestOf(secret, `${time}.`, body).toString("hex")}` };
}

/** Stripe's events: docs.stripe.com/api/events/types. */
export const stripeSource: IntegrationSource = {
  provider: "stripe",
  label: "Stripe",
  maxBytes: 1_048_576,
  setup: {
    menu: ["Developers", "Webhooks", "Add destination"],
    secretFrom: "sender",
    secretName: "Signing secret",
    hint: "Choose which events to send; each endpoint has a signing secret of its own.",
    first: "The next event sends one; in a sandbox, “stripe trigger payment_intent.succeeded” does.",
    docsUrl: "https://docs.stripe.com/webhooks",
  },
  retries: true,
  verify,
  sign,
  shell: {
    [HEADER]: `t=$TIME,v1=$(printf %s "$TIME.$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/.* //')`,
  },
  sample: (id, at) => {
    const created = Math.floor(at.getTime() / 1_000);
    const product = {
      id: "prod_test",
      object: "product",
      active: true,
      created,
      livemode: false,
      name: "Test delivery",
    };
    return jsonSample({
      id,
      object: "event",
      created,
      livemode: false,
      pending_webhooks: 1,
      type: "product.created",
      data: { object: product },
    });
  },
  deliveryId: (delivery) => deliveryIdFrom(peekJsonObject(delivery.body)?.text("id") ?? null),
  eventName: (delivery) => typeWord(peekJsonObject(delivery.body)?.text("type") ?? null),
  toEvents: (delivery, receivedAt) => [describeStripe(readJsonObject(delivery.body), receivedAt)],
};
