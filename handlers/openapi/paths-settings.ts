import { jsonAnswer, jsonBody, operation, type PathItem } from "./operation";
import { inPath, KEY_OR_SESSION, teamParameter } from "./parameters";

const ID = "019ab0f5-8a93-7c3e-9d51-0c2f6f1b7a10";
const WHO = "For members, and keys with the scope `admin`.";
const uuid = { type: "string", format: "uuid" };
const refusals = ["unauthenticated", "forbidden", "not_found", "too_many_requests"] as const;
const posted = ["malformed_json", "payload_too_large", "unsupported_media_type", "invalid_request"] as const;

const key = { id: ID, name: "Build server", prefix: "las_4fZk92Qa", scopes: ["capture"] };
const integration = {
  id: ID,
  provider: "github",
  name: "acme/api",
  url: `https://activity.example/api/webhooks/${ID}`,
  config: null,
};
const setup = {
  menu: ["Settings", "Webhooks", "Add webhook"],
  secretFrom: "us",
  secretName: "Secret",
  docsUrl: "https://docs.github.com/webhooks/using-webhooks/creating-webhooks",
};
const config = {
  label: "Backups",
  source: "backups",
  signature: { scheme: "hmac", header: "X-Signature", prefix: "sha256=" },
  deliveryId: { path: "run.id" },
  event: {
    eventType: "backup.{run.state}",
    actor: { name: "Backups" },
    entity: { type: "database", id: "{run.database}", url: "{run.log_url}" },
    message: "{$actor} copied {$entity}[ in {run.minutes} minutes]: {run.state}",
    isImportant: [{ path: "run.state", equals: ["failed"] }],
  },
};
const parameters = [teamParameter, inPath("id", "The integration's id", uuid)];

export const settingsPaths: Record<string, PathItem> = {
  "/api/teams/{team}/keys": {
    get: operation({
      operationId: "listKeys",
      tag: "Keys",
      summary: "The team's API keys, without the keys themselves",
      description: WHO,
      security: KEY_OR_SESSION,
      parameters: [teamParameter],
      answers: {
        200: jsonAnswer("The keys, newest first", "KeyList", {
          example: {
            items: [{ ...key, createdAt: "2026-11-23T09:41:07.123Z", lastUsedAt: null, previousUntil: null }],
          },
        }),
      },
      problems: refusals,
    }),
    post: operation({
      operationId: "createKey",
      tag: "Keys",
      summary: "Make an API key",
      description: `${WHO} Only owners and such keys give the scope \`admin\`.`,
      security: KEY_OR_SESSION,
      parameters: [teamParameter],
      requestBody: jsonBody("NewKey", { name: "Build server", scopes: ["capture"] }),
      answers: {
        201: jsonAnswer("The key, shown this once", "IssuedKey", { example: { ...key, key: "las_4fZk92Qa…" } }),
      },
      problems: [...refusals, ...posted],
    }),
  },
  "/api/teams/{team}/keys/{id}": {
    delete: operation({
      operationId: "revokeKey",
      tag: "Keys",
      summary: "Revoke an API key, at once and for good",
      description: `${WHO} Members revoke their own keys, owners any.`,
      security: KEY_OR_SESSION,
      parameters: [teamParameter, inPath("id", "The key's id", uuid)],
      answers: { 204: { description: "Revoked" } },
      problems: refusals,
    }),
  },
  "/api/teams/{team}/keys/{id}/rotate": {
    post: operation({
      operationId: "rotateKey",
      tag: "Keys",
      summary: "Give an API key a new secret; the one before it counts a while longer",
      description: `${WHO} Members rotate their own keys, owners and admins any.`,
      security: KEY_OR_SESSION,
      parameters: [teamParameter, inPath("id", "The key's id", uuid)],
      requestBody: jsonBody("RotateKey", { overlapHours: 24 }),
      answers: {
        200: jsonAnswer("The new secret, shown this once", "RotatedKey", {
          example: { ...key, key: "las_4fZk92Qa…", previousUntil: "2026-11-24T09:41:07.123Z" },
        }),
      },
      problems: [...refusals, ...posted],
    }),
  },
  "/api/teams/{team}/integrations": {
    get: operation({
      operationId: "listIntegrations",
      tag: "Integrations",
      summary: "The team's integrations, without their secrets",
      description: WHO,
      security: KEY_OR_SESSION,
      parameters: [teamParameter],
      answers: {
        200: jsonAnswer("The integrations, newest first", "IntegrationList", {
          example: { items: [{ ...integration, createdAt: "2026-11-23T09:41:07.123Z" }] },
        }),
      },
      problems: refusals,
    }),
    post: operation({
      operationId: "createIntegration",
      tag: "Integrations",
      summary: "Make an address for webhooks",
      description: `${WHO} Any sender can be connected as the provider \`generic\`, by a \`config\` that says how it signs and what its payloads mean, or by a \`preset\`.`,
      security: KEY_OR_SESSION,
      parameters: [teamParameter],
      requestBody: jsonBody("NewIntegration", { provider: "generic", name: "Backups", config }),
      answers: {
        201: jsonAnswer("The address, and the secret, shown this once", "CreatedIntegration", {
          example: { ...integration, label: "GitHub", secret: "9f2c…", setup },
        }),
      },
      problems: [...refusals, ...posted],
    }),
  },
  "/api/teams/{team}/integrations/{id}": {
    get: operation({
      operationId: "getIntegration",
      tag: "Integrations",
      summary: "One integration and how it is set up, without its secret",
      description: WHO,
      security: KEY_OR_SESSION,
      parameters,
      answers: {
        200: jsonAnswer("The integration", "Integration", {
          example: { ...integration, label: "GitHub", setup, createdAt: "2026-11-23T09:41:07.123Z" },
        }),
      },
      problems: refusals,
    }),
    put: operation({
      operationId: "changeIntegration",
      tag: "Integrations",
      summary: "Change the name or the settings of an integration, for what comes from now on",
      description: `${WHO} What is left out stays.`,
      security: KEY_OR_SESSION,
      parameters,
      requestBody: jsonBody("ChangeIntegration", { name: "Backups", config }),
      answers: {
        200: jsonAnswer("The integration as it is now", "Integration", {
          example: {
            ...integration,
            provider: "generic",
            name: "Backups",
            config,
            label: "Backups",
            setup,
            createdAt: "2026-11-23T09:41:07.123Z",
          },
        }),
      },
      problems: [...refusals, ...posted],
    }),
    delete: operation({
      operationId: "deleteIntegration",
      tag: "Integrations",
      summary: "Close an address for webhooks; its activities stay",
      description: "For owners, and keys with the scope `admin`.",
      security: KEY_OR_SESSION,
      parameters,
      answers: { 204: { description: "Closed" } },
      problems: refusals,
    }),
  },
};
