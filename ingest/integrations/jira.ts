// Third step of a webhook: Jira's signature, delivery id and events.
import type { IntegrationSource } from "./integration-source";
import { describeJira } from "./jira/describe-jira";
import { deliveryIdFrom } from "./payload/delivery-id";
import { typeWord } from "./payload/draft";
import { peekJsonObject, readJsonObject } from "./payload/read-json";
import { verifyHex } from "./signature/verify-hex";

/** Jira's webhooks with a secret, those of its administration: developer.atlassian.com/cloud/jira/platform/webhooks. */
export const jiraSource: IntegrationSource = {
  provider: "jira",
  label: "Jira",
  maxBytes: 25 * 1024 * 1024,
  setup: {
    menu: ["Settings", "System", "WebHooks", "Create a WebHook"],
    secretFrom: "us",
    secretName: "Secret",
    hint: "Choose which events to send, leave “Exclude body” off, and narrow issues with JQL if you like.",
    docsUrl: "https://support.atlassian.com/jira-cloud-administration/docs/manage-webhooks/",
  },
  retries: true,
  // The method stands before the digits; no other one is accepted.
  verify: (delivery, secrets) => verifyHex(delivery, { header: "X-Hub-Signature", prefix: "sha256=" }, secrets),
  deliveryId: (delivery) => deliveryIdFrom(delivery.header("X-Atlassian-Webhook-Identifier")),
  eventName(delivery) {
    const payload = peekJsonObject(delivery.body);
    const name = typeWord(payload?.text("webhookEvent")?.replace(/^jira:/, "") ?? null);
    const detail = typeWord(payload?.text("issue_event_type_name") ?? null);
    return name === null || detail === null || detail === name ? name : `${name}.${detail}`;
  },
  toEvents: (delivery, receivedAt) => [describeJira(readJsonObject(delivery.body), receivedAt)],
};
