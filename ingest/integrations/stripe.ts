// Third step of a webhook: Stripe's signature, delivery id and events.
import { createHmac } from "node:crypto";
import type { Delivery, IntegrationSource } from "./integration-source";
import { deliveryIdFrom } from "./payload/delivery-id";
import { typeWord } from "./payload/draft";
import { peekJsonObject, readJsonObject } from "./payload/read-json";
import { checkClock, unixSeconds } from "./signature/check-clock";
import { isSigned } from "./signature/is-signed";
import { refused, type Verdict } from "./signature/verdict";
import { describeStripe } from "./stripe/describe-stripe";

const HEADER = "Stripe-Signature";
/** Seconds that a signed time may be off; Stripe's libraries look back only, we look ahead too. */
const TOLERANCE_SECONDS = 300;

/** `t=<seconds>,v1=<hex>[,v1=<hex>]` over `{t}.{body}`, keyed with the whole `whsec_…` text; other schemes of the header do not count. */
function verify(delivery: Delivery, secrets: readonly string[], now: Date): Verdict {
  const value = delivery.header(HEADER)?.trim() ?? "";
  if (value === "") return refused({ code: "missing_header", header: HEADER });
  const parts = value.split(",").map((part) => part.split("=", 2));
  const time = parts.find(([name]) => name === "t")?.[1] ?? null;
  const sentAt = unixSeconds(time);
  const sent = parts.flatMap(([name, text = ""]) =>
    name === "v1" && /^[0-9a-f]{64}$/i.test(text) ? [Buffer.from(text, "hex")] : [],
  );
  if (sentAt === null || sent.length === 0) return refused({ code: "malformed_header", header: HEADER });
  const digest = (secret: string) => createHmac("sha256", secret).update(`${time}.`).update(delivery.body).digest();
  return isSigned(sent, secrets, digest)
    ? checkClock(sentAt, now, TOLERANCE_SECONDS)
    : refused({ code: "wrong_signature", header: HEADER });
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
    docsUrl: "https://docs.stripe.com/webhooks",
  },
  retries: true,
  verify,
  deliveryId: (delivery) => deliveryIdFrom(peekJsonObject(delivery.body)?.text("id") ?? null),
  eventName: (delivery) => typeWord(peekJsonObject(delivery.body)?.text("type") ?? null),
  toEvents: (delivery, receivedAt) => [describeStripe(readJsonObject(delivery.body), receivedAt)],
};
