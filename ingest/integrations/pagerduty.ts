// Third step of a webhook: PagerDuty's signature, delivery id and events.
import type { IntegrationSource } from "./integration-source";
import { describePagerduty } from "./pagerduty/describe-pagerduty";
import { deliveryIdFrom } from "./payload/delivery-id";
import { typeWord } from "./payload/draft";
import { peekJsonObject, readJsonObject } from "./payload/read-json";
import { jsonSample } from "./payload/sample";
import { hexInShell, signHex, verifyHex } from "./signature/verify-hex";

const SIGNATURE = { header: "X-PagerDuty-Signature", prefix: "v1=", isList: true };

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
    first: "“Send Test Event” on the webhook's own page sends one at once.",
    docsUrl: "https://support.pagerduty.com/main/docs/webhooks",
  },
  retries: true,
  verify: (delivery, secrets) => verifyHex(delivery, SIGNATURE, secrets),
  sign: (body, { secret }) => signHex(body, SIGNATURE, secret),
  shell: hexInShell(SIGNATURE),
  // What its own button "Send Test Event" sends.
  sample: (id, at) =>
    jsonSample(
      {
        event: {
          id,
          event_type: "pagey.ping",
          resource_type: "pagey",
          occurred_at: at.toISOString(),
          agent: null,
          client: null,
          data: { message: "Hello from your friend Pagey!", type: "ping" },
        },
      },
      { "X-Webhook-Id": id },
    ),
  deliveryId: (delivery) =>
    deliveryIdFrom(delivery.header("X-Webhook-Id")) ??
    deliveryIdFrom(peekJsonObject(delivery.body)?.text("event.id") ?? null),
  eventName: (delivery) => typeWord(peekJsonObject(delivery.body)?.text("event.event_type") ?? null),
  // It drops a delivery for good on a 4xx, and after three the webhook: whatever is an object becomes an activity.
  toEvents: (delivery, receivedAt) => [describePagerduty(readJsonObject(delivery.body), receivedAt)],
};
