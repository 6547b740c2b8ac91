// Third step of a webhook: Jira's signature, delivery id and events.
import type { IntegrationSource } from "./integration-source";
import { describeJira } from "./jira/describe-jira";
import { deliveryIdFrom } from "./payload/delivery-id";
import { typeWord } from "./payload/draft";
import { peekJsonObject, readJsonObject } from "./payload/read-json";
import { jsonSample } from "./payload/sample";
import { hexInShell, signHex, verifyHex } from "./signature/verify-hex";

// The method stands before the digits; no other one is accepted.
const SIGNATURE = { header: "X-Hub-Signature", prefix: "sha256=" };
const ID = "X-Atlassian-Webhook-Identifier";

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
  verify: (delivery, secrets) => verifyHex(delivery, SIGNATURE, secrets),
  sign: (body, { secret }) => signHex(body, SIGNATURE, secret),
  shell: hexInShell(SIGNATURE),
  sample: (id, at) =>
    jsonSample(
      {
        timestamp: at.getTime(),
        webhookEvent: "jira:issue_created",
        issue_event_type_name: "issue_created",
        user: { accountId: "test", accountType: "app", displayName: "Jira" },
        issue: {
          id: "1",
          key: "TEST-1",
          self: "https://example.atlassian.net/rest/api/2/issue/1",
          fields: {
            summary: "Test delivery: nothing is to be done",
            issuetype: { name: "Task" },
            project: { id: "1", key: "TEST", name: "Test" },
          },
        },
      },
      { [ID]: id },
    ),
  deliveryId: (delivery) => deliveryIdFrom(delivery.header(ID)),
  eventName(delivery) {
    const payload = peekJsonObject(delivery.body);
    const name = typeWord(payload?.text("webhookEvent")?.replace(/^jira:/, "") ?? null);
    const detail = typeWord(payload?.text("issue_event_type_name") ?? null);
    return name === null || detail === null || detail === name ? name : `${name}.${detail}`;
  },
  toEvents: (delivery, receivedAt) => [describeJira(readJsonObject(delivery.body), receivedAt)],
};
