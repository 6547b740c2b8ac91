import { CLOUD_EVENT_EXAMPLE } from "./examples";
import { header, jsonAnswer, operation, type PathItem, ref } from "./operation";
import { cloudHeaders, inPath, requestHeader } from "./parameters";

const STORED = { status: "stored", activityIds: ["019ab0f5-8a93-7c3e-9d51-0c2f6f1b7a10"] };

const receive = operation({
  operationId: "receiveWebhook",
  tag: "Webhooks",
  summary: "A signed delivery of an integration",
  description:
    "Signed as its sender signs, over the raw body: the headers below are GitHub's and those of CloudEvents, every other sender's are its own. It is stored once for ever by the sender's delivery id; where a sender that tries again gives none, an equal body counts once a day. At most 1 MB, or what the sender itself allows, up to 25 MB. A sender that asks something first, such as Slack's `url_verification`, is answered in its own words, and then nothing is stored. For CloudEvents: one event in structured or binary mode, or a batch of up to 1,000, at most 1 MB, with the integration's secret as the bearer token or signed by Standard Webhooks; each event is stored once for ever by its source and id, whichever delivery brings it, and an empty batch stores nothing.",
  parameters: [
    inPath("integration", "The integration's id"),
    requestHeader("X-Hub-Signature-256", "GitHub: `sha256=` and the HMAC-SHA256 of the raw body"),
    requestHeader("X-GitHub-Event", "GitHub: what the delivery is about"),
    requestHeader("X-GitHub-Delivery", "GitHub: the delivery's id; without one the hash of the body stands in"),
    ...cloudHeaders,
  ],
  requestBody: {
    required: true,
    content: {
      "application/json": { schema: { type: "object" }, example: { zen: "Keep it logically awesome.", hook_id: 1 } },
      "application/x-www-form-urlencoded": {
        schema: { type: "object", properties: { payload: { type: "string" } }, required: ["payload"] },
      },
      "application/cloudevents+json": { schema: ref("CloudEvent"), example: CLOUD_EVENT_EXAMPLE },
      "application/cloudevents-batch+json": { schema: ref("CloudEvents"), example: [CLOUD_EVENT_EXAMPLE] },
    },
  },
  answers: {
    200: jsonAnswer("Stored before; nothing new happened", "DeliveryAnswer", {
      example: { ...STORED, status: "duplicate" },
    }),
    201: jsonAnswer("Stored", "DeliveryAnswer", { example: STORED }),
  },
  problems: [
    "malformed_json",
    "invalid_signature",
    "not_found",
    "payload_too_large",
    "unsupported_media_type",
    "invalid_request",
    "too_many_requests",
  ],
});

const confirm = operation({
  operationId: "confirmWebhook",
  tag: "Webhooks",
  summary: "Whether a sender of CloudEvents may send",
  description:
    "The handshake of CloudEvents' HTTP webhooks against abuse, answered at once. Only an integration for CloudEvents consents; it says nothing of whether deliveries will be let in.",
  parameters: [
    inPath("integration", "The integration's id"),
    requestHeader("WebHook-Request-Origin", "The DNS name of the sender; without one there is no consent"),
    requestHeader("WebHook-Request-Rate", "Deliveries a minute that it would like to send", { type: "integer" }),
    requestHeader("WebHook-Request-Callback", "Not used: consent is given in the answer"),
  ],
  answers: {
    200: {
      description: "It may send",
      headers: {
        Allow: header("The methods of this address"),
        "WebHook-Allowed-Origin": header("As it was asked for"),
        "WebHook-Allowed-Rate": header("Deliveries a minute, at most what was asked for; `*`: any number"),
      },
    },
    204: {
      description: "No consent was asked for, or none is given",
      headers: { Allow: header("The methods of this address") },
    },
  },
  problems: ["not_found"],
});

export const webhookPaths: Record<string, PathItem> = {
  "/api/webhooks/{integration}": { post: receive, options: confirm },
};
