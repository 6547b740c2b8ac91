import { jsonAnswer, operation, type PathItem } from "./operation";
import { inPath, requestHeader } from "./parameters";

const STORED = { status: "stored", activityIds: ["019ab0f5-8a93-7c3e-9d51-0c2f6f1b7a10"] };

const receive = operation({
  operationId: "receiveWebhook",
  tag: "Webhooks",
  summary: "A signed delivery of an integration",
  description:
    "For GitHub: the body is signed with the integration's secret, at most 25 MB, and stored once for ever by its delivery id.",
  parameters: [
    inPath("integration", "The integration's id"),
    requestHeader("X-Hub-Signature-256", "`sha256=` and the HMAC-SHA256 of the raw body"),
    requestHeader("X-GitHub-Event", "What the delivery is about"),
    requestHeader("X-GitHub-Delivery", "The delivery's id; without one the hash of the body stands in"),
  ],
  requestBody: {
    required: true,
    content: {
      "application/json": { schema: { type: "object" }, example: { zen: "Keep it logically awesome.", hook_id: 1 } },
      "application/x-www-form-urlencoded": {
        schema: { type: "object", properties: { payload: { type: "string" } }, required: ["payload"] },
      },
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

export const webhookPaths: Record<string, PathItem> = { "/api/webhooks/{integration}": { post: receive } };
