// Third step of a webhook: PagerDuty's signature, delivery id and events.
import type { IntegrationSource } from "./integration-source";
import { describePagerduty } from "./pagerduty/describe-pagerduty";
import { deliveryIdFrom } from "./payload/delivery-id";
import { typeWord } from "./payload/draft";
import { peekJsonObject, readJsonObject } from "./payload/read-json";
import { verifyHex } from "./signature/verify-hex";

/** PagerDuty's V3 webhooks: developer.pagerduty.com/docs/webhooks-overview. */
export const pagerdutySource: IntegrationSource = {
  provider: "pagerduty",
  label: "PagerDuty",
  maxBytes: 1_048_576,
  setup: {
    menu: ["Integrations", "Generic Webhooks (v3)", "New Webhook"],
    secretFrom: "sender",
    secretName: "Signing secret",
    hint: "PagerDuty shows the signing secret once, when the webhook is made.",
    docsUrl: "https://support.pagerduty.com/main/docs/webhooks",
  },
  retries: true,
  verify: (delivery, secrets) =>
    verifyHex(delivery, { header: "X-PagerDuty-Signature", prefix: "v1=", isList: true }, secrets),
  deliveryId: (delivery) =>
    deliveryIdFrom(delivery.header("X-Webhook-Id")) ??
    deliveryIdFrom(peekJsonObject(delivery.body)?.text("event.id") ?? null),
  eventName: (delivery) => typeWord(peekJsonObject(delivery.body)?.text("event.event_type") ?? null),
  // It drops a delivery for good on a 4xx, and after three the webhook: whatever is an object becomes an activity.
  toEvents: (delivery, receivedAt) => [describePagerduty(readJsonObject(delivery.body), receivedAt)],
};
