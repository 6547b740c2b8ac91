// Third step of a webhook: Bitbucket's signature, delivery id and events.
import { invalid } from "@/activity/errors";
import { keyWords } from "./bitbucket/call";
import { describeBitbucket } from "./bitbucket/describe-bitbucket";
import type { Delivery, IntegrationSource } from "./integration-source";
import { deliveryIdFrom } from "./payload/delivery-id";
import { peekJsonObject, readJsonObject } from "./payload/read-json";
import { jsonSample } from "./payload/sample";
import { hexInShell, signHex, verifyHex } from "./signature/verify-hex";

// The header that carries SHA-1 at GitHub carries SHA-256 here.
const SIGNATURE = { header: "X-Hub-Signature", prefix: "sha256=" };
const EVENT_HEADER = "X-Event-Key";
const EVENT_KEY = /^[A-Za-z0-9:_.-]{1,100}$/;

/** The key of the event, which Data Center says in the body too; null when it cannot be one. */
function keyOf(delivery: Delivery): string | null {
  const key = delivery.header(EVENT_HEADER)?.trim() || peekJsonObject(delivery.body)?.text("eventKey");
  return key && EVENT_KEY.test(key) ? key : null;
}

/** Bitbucket Cloud's webhooks (support.atlassian.com/bitbucket-cloud/docs/event-payloads) and Data Center's (its page "Event payload"). */
export const bitbucketSource: IntegrationSource = {
  provider: "bitbucket",
  label: "Bitbucket",
  maxBytes: 10 * 1024 * 1024,
  setup: {
    menu: ["Repository settings", "Webhooks", "Add webhook"],
    secretFrom: "us",
    secretName: "Secret",
    hint: "Choose which events to send from the full list of triggers; a repository push alone is the default.",
    docsUrl: "https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/",
  },
  // Up to twice more, marked by X-Attempt-Number.
  retries: true,

  verify: (delivery, secrets) => verifyHex(delivery, SIGNATURE, secrets),
  sign: (body, { secret }) => signHex(body, SIGNATURE, secret),
  shell: hexInShell(SIGNATURE),
  sample: (id, at) =>
    jsonSample(
      {
        actor: { display_name: "Bitbucket", type: "app_user", uuid: "{test}" },
        repository: {
          full_name: "example/test-delivery",
          uuid: "{test}",
          links: { html: { href: "https://bitbucket.org/example/test-delivery" } },
        },
        issue: {
          id: 1,
          title: "Test delivery: nothing is to be done",
          created_on: at.toISOString(),
          links: { html: { href: "https://bitbucket.org/example/test-delivery/issues/1" } },
        },
      },
      { [EVENT_HEADER]: "issue:created", "X-Request-UUID": id },
    ),

  deliveryId: (delivery) =>
    deliveryIdFrom(delivery.header("X-Request-UUID")) ?? deliveryIdFrom(delivery.header("X-Request-Id")),

  eventName(delivery) {
    const key = keyOf(delivery);
    return key === null ? null : keyWords(key).join(".");
  },

  toEvents(delivery, receivedAt) {
    const sent = readJsonObject(delivery.body);
    const key = keyOf(delivery);
    if (key === null) throw invalid([EVENT_HEADER], "must be the key of an event");
    return describeBitbucket(key, sent, receivedAt);
  },
};
