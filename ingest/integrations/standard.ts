// Third step of a webhook: what any sender of the Standard Webhooks specification says.
import type { IntegrationSource } from "./integration-source";
import { deliveryIdFrom } from "./payload/delivery-id";
import { typeWord } from "./payload/draft";
import { peekJsonObject, readJsonObject } from "./payload/read-json";
import { jsonSample } from "./payload/sample";
import { STANDARD_IN_SHELL, signStandard, standardMessageId, verifyStandard } from "./signature/verify-standard";
import { describeMessage } from "./standard/describe-message";

/** Senders that follow standardwebhooks.com, Svix and those behind it (Clerk, Resend and many more) included. */
export const standardSource: IntegrationSource = {
  provider: "standard",
  label: "Standard Webhooks",
  maxBytes: 1_048_576,
  setup: {
    menu: ["Webhooks", "Add endpoint"],
    secretFrom: "sender",
    secretName: "Signing secret",
    hint: "For services that follow standardwebhooks.com or send through Svix, such as Clerk and Resend.",
    first: "Most senders have a button for an example event.",
    docsUrl: "https://www.standardwebhooks.com/",
  },
  retries: true,
  verify: verifyStandard,
  sign: signStandard,
  shell: STANDARD_IN_SHELL,
  sample: (_id, at) =>
    jsonSample({
      type: "test.sent",
      timestamp: at.toISOString(),
      data: { id: "test", name: "delivery", url: "https://www.standardwebhooks.com/" },
    }),
  deliveryId: (delivery) => deliveryIdFrom(standardMessageId(delivery)),
  eventName: (delivery) => typeWord(peekJsonObject(delivery.body)?.text("type", "event", "event_type") ?? null),
  toEvents: (delivery, receivedAt) => [describeMessage(readJsonObject(delivery.body), receivedAt)],
};
