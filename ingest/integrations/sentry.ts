// Third step of a webhook: Sentry's signature, delivery id and events.
import type { IntegrationSource } from "./integration-source";
import { deliveryIdFrom } from "./payload/delivery-id";
import { typeWord } from "./payload/draft";
import { peekJsonObject, readJsonObject } from "./payload/read-json";
import { jsonSample } from "./payload/sample";
import { describeSentry } from "./sentry/describe-sentry";
import { hexInShell, signHex, verifyHex } from "./signature/verify-hex";

// Its time stands outside the signed bytes, so it proves nothing.
const SIGNATURE = { header: "Sentry-Hook-Signature" };
const RESOURCE = "Sentry-Hook-Resource";

/** Sentry's integration platform: docs.sentry.io/organization/integrations/integration-platform/webhooks. */
export const sentrySource: IntegrationSource = {
  provider: "sentry",
  label: "Sentry",
  maxBytes: 1_048_576,
  setup: {
    menu: ["Settings", "Custom Integrations", "Create New Integration", "Internal Integration"],
    secretFrom: "sender",
    secretName: "Client Secret",
    hint: "Give it the webhook URL, switch on the resources you want (issue, error, comment) and “Alert Rule Action”.",
    first: "The next issue, error or comment sends one.",
    docsUrl: "https://docs.sentry.io/organization/integrations/integration-platform/webhooks/",
  },
  retries: true,
  verify: (delivery, secrets) => verifyHex(delivery, SIGNATURE, secrets),
  sign: (body, { secret }) => signHex(body, SIGNATURE, secret),
  shell: hexInShell(SIGNATURE),
  sample: (id, at) =>
    jsonSample(
      {
        action: "created",
        actor: { type: "application", id: "sentry", name: "Sentry" },
        installation: { uuid: id },
        data: {
          issue: {
            id,
            shortId: "TEST-1",
            title: "Test delivery: nothing is wrong",
            level: "info",
            status: "unresolved",
            firstSeen: at.toISOString(),
            web_url: "https://docs.sentry.io/organization/integrations/integration-platform/webhooks/",
            project: { id: "1", slug: "test", name: "test" },
          },
        },
      },
      { [RESOURCE]: "issue", "Request-ID": id },
    ),
  deliveryId: (delivery) => deliveryIdFrom(delivery.header("Request-ID")),
  eventName(delivery) {
    const resource = typeWord(delivery.header(RESOURCE));
    const action = typeWord(peekJsonObject(delivery.body)?.text("action") ?? null);
    return resource === null ? action : [resource, ...(action === null ? [] : [action])].join(".");
  },
  toEvents: (delivery, receivedAt) => [
    describeSentry(typeWord(delivery.header(RESOURCE)) ?? "event", readJsonObject(delivery.body), receivedAt),
  ],
};
