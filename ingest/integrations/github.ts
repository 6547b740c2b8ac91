// Third step of a webhook, after reading and finding its integration: GitHub's signature, delivery id and events.
import { invalid } from "@/activity/errors";
import { hookName, readHook } from "./forge/hook";
import { describeHook } from "./github/describe-hook";
import { GITHUB_FORGE } from "./github/people";
import type { IntegrationSource } from "./integration-source";
import { deliveryIdFrom } from "./payload/delivery-id";
import { typeWord } from "./payload/draft";
import { jsonSample } from "./payload/sample";
import { hexInShell, signHex, verifyHex } from "./signature/verify-hex";

// Its SHA-1 header is not accepted.
const SIGNATURE = { header: "X-Hub-Signature-256", prefix: "sha256=" };
const EVENT_HEADER = "X-GitHub-Event";
const EVENT_NAME = /^[A-Za-z0-9_-]{1,64}$/;

/** GitHub's webhooks of repositories, organisations and apps: docs.github.com/webhooks/webhook-events-and-payloads. */
export const githubSource: IntegrationSource = {
  provider: "github",
  label: "GitHub",
  maxBytes: 25 * 1024 * 1024,
  setup: {
    menu: ["Settings", "Webhooks", "Add webhook"],
    secretFrom: "us",
    secretName: "Secret",
    hint: "Set the content type to application/json, and choose which events to send.",
    first: "GitHub sends a ping as soon as the webhook is saved.",
    docsUrl: "https://docs.github.com/webhooks/using-webhooks/creating-webhooks",
  },
  // When somebody presses "Redeliver".
  retries: true,

  verify: (delivery, secrets) => verifyHex(delivery, SIGNATURE, secrets),
  sign: (body, { secret }) => signHex(body, SIGNATURE, secret),
  shell: hexInShell(SIGNATURE),
  sample: (id) =>
    jsonSample(
      {
        zen: "This is a test.",
        hook_id: 1,
        hook: { type: "Repository", id: 1, name: "web", active: true, events: ["*"] },
        repository: { id: 1, full_name: "example/test-delivery", html_url: "https://docs.github.com/webhooks" },
      },
      { [EVENT_HEADER]: "ping", "X-GitHub-Delivery": id },
    ),

  deliveryId: (delivery) => deliveryIdFrom(delivery.header("X-GitHub-Delivery")),

  eventName: (delivery) =>
    hookName(typeWord(delivery.header(EVENT_HEADER)), delivery.body, delivery.header("Content-Type")),

  toEvents(delivery, receivedAt) {
    const event = delivery.header(EVENT_HEADER)?.trim() ?? "";
    if (event === "") throw invalid([EVENT_HEADER], "must be sent");
    if (!EVENT_NAME.test(event)) throw invalid([EVENT_HEADER], "must be the name of an event");
    const hook = readHook(GITHUB_FORGE, event, delivery.body, delivery.header("Content-Type"));
    return [describeHook(hook, receivedAt)];
  },
};
