// Third step of a webhook, after reading and finding its integration: GitHub's signature, delivery id and events.
import { invalid } from "@/activity/errors";
import { byteLength } from "@/activity/text";
import { describeHook } from "./github/describe-hook";
import { readHook } from "./github/hook";
import { verifySignature } from "./github/verify-signature";
import type { IntegrationSource } from "./integration-source";

const EVENT_HEADER = "X-GitHub-Event";
const DELIVERY_ID_BYTES = 256;

/** GitHub's webhooks of repositories, organisations and apps: docs.github.com/webhooks/webhook-events-and-payloads. */
export const githubSource: IntegrationSource = {
  provider: "github",
  label: "GitHub",
  maxBytes: 25 * 1024 * 1024,

  verify: (delivery, secrets) => verifySignature(delivery.body, delivery.header("X-Hub-Signature-256"), secrets),

  deliveryId(delivery) {
    const id = delivery.header("X-GitHub-Delivery")?.trim() ?? "";
    return id === "" || byteLength(id) > DELIVERY_ID_BYTES ? null : id;
  },

  toEvents(delivery, receivedAt) {
    const event = delivery.header(EVENT_HEADER)?.trim() ?? "";
    if (event === "") throw invalid([EVENT_HEADER], "must be sent");
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(event)) throw invalid([EVENT_HEADER], "must be the name of an event");
    return [describeHook(readHook(event, delivery.body, delivery.header("Content-Type")), receivedAt)];
  },
};
