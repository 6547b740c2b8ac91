import { jsonAnswer, jsonBody, operation, type PathItem } from "./operation";
import { inPath, KEY_OR_SESSION, query, teamParameter } from "./parameters";

const ID = "019ab0f5-8a93-7c3e-9d51-0c2f6f1b7a10";
const WHO = "For members, and keys with the scope `admin`.";
const tag = "Integrations";
const uuid = { type: "string", format: "uuid" };
const refusals = ["unauthenticated", "forbidden", "not_found", "too_many_requests"] as const;
const posted = ["malformed_json", "payload_too_large", "unsupported_media_type", "invalid_request"] as const;
const integration = [teamParameter, inPath("id", "The integration's id", uuid)];
const delivery = [...integration, inPath("delivery", "The id of its line in the log", uuid)];

const LINE = {
  id: ID,
  deliveryId: "72d3162e-cc78-11e3-81ab-4c9367dc0958",
  receivedAt: "2026-11-23T09:41:07.123Z",
  outcome: "refused",
  status: 401,
  eventName: "push",
  diagnosis: { code: "body_reencoded", how: "compact" },
  tookMs: 2,
  activityIds: [],
  became: null,
  bodyBytes: 7_412,
  isKept: true,
};

const TEST = {
  ...LINE,
  deliveryId: "test_6f1b7a10-8a93-4c3e-9d51-0c2f019ab0f5",
  outcome: "stored",
  status: 201,
  eventName: "ping",
  diagnosis: null,
  activityIds: [ID],
  became: "GitHub connected example/test-delivery to this feed",
};

export const deliveryPaths: Record<string, PathItem> = {
  "/api/teams/{team}/integrations/{id}/test": {
    post: operation({
      operationId: "testIntegration",
      tag,
      summary: "Send a test: a small delivery of the sender's own shape, signed with the current secret",
      description: `${WHO} It goes the whole way that the sender's own deliveries go, and becomes an activity.`,
      security: KEY_OR_SESSION,
      parameters: integration,
      answers: {
        201: jsonAnswer("Its line of the log; the delivery id begins with `test_`", "Delivery", { example: TEST }),
      },
      problems: [...refusals, "conflict"],
    }),
  },
  "/api/teams/{team}/integrations/{id}/rotate": {
    post: operation({
      operationId: "rotateSecret",
      tag,
      summary: "Give an integration a new secret; the one before it counts a while longer",
      description: WHO,
      security: KEY_OR_SESSION,
      parameters: integration,
      requestBody: jsonBody("RotateSecret", { overlapHours: 24 }),
      answers: {
        200: jsonAnswer("The new secret, shown this once", "RotatedSecret", { example: { id: ID, secret: "9f2c…" } }),
      },
      problems: [...refusals, ...posted],
    }),
  },
  "/api/teams/{team}/integrations/{id}/deliveries": {
    get: operation({
      operationId: "listDeliveries",
      tag,
      summary: "The log of an integration's calls, accepted and refused ones, newest first",
      description: `${WHO} Kept as long as DELIVERY_RETENTION_DAYS says; of refused ones at most 1,000 an hour.`,
      security: KEY_OR_SESSION,
      parameters: [
        ...integration,
        query("cursor", "`nextCursor` of the page before", uuid),
        query("limit", "Lines of a page", { type: "integer", minimum: 1, maximum: 200, default: 50 }),
      ],
      answers: {
        200: jsonAnswer("A page", "DeliveryPage", {
          example: { items: [LINE], nextCursor: null, total: 1_284, refused: 2, hasArrived: true },
        }),
      },
      problems: [...refusals, "invalid_request"],
    }),
  },
  "/api/teams/{team}/integrations/{id}/deliveries/{delivery}": {
    get: operation({
      operationId: "getDelivery",
      tag,
      summary: "One call with its headers and body, secrets taken out",
      description: WHO,
      security: KEY_OR_SESSION,
      parameters: delivery,
      answers: {
        200: jsonAnswer("The call", "KeptDelivery", {
          example: { ...LINE, headers: { "x-github-event": "push" }, body: "{}" },
        }),
      },
      problems: refusals,
    }),
  },
  "/api/teams/{team}/integrations/{id}/deliveries/{delivery}/replay": {
    post: operation({
      operationId: "replayDelivery",
      tag,
      summary: "Take a kept call in once more",
      description: `${WHO} A refused one must fit a secret of now, as it came or as it was before it was rewritten on its way.`,
      security: KEY_OR_SESSION,
      parameters: delivery,
      answers: {
        200: jsonAnswer("Stored before; nothing new happened", "DeliveryAnswer", {
          example: { status: "duplicate", activityIds: [ID] },
        }),
        201: jsonAnswer("Stored", "DeliveryAnswer", { example: { status: "stored", activityIds: [ID] } }),
      },
      problems: [...refusals, "conflict", "malformed_json", "invalid_request"],
    }),
  },
};
