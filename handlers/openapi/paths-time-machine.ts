import { jsonAnswer, jsonBody, operation, type PathItem } from "./operation";
import { inPath, KEY_OR_SESSION, teamParameter } from "./parameters";

const ID = "019ab0f5-8a93-7c3e-9d51-0c2f6f1b7a10";
const WHO = "For members, and keys with the scope `admin`.";
const tag = "Integrations";
const parameters = [teamParameter, inPath("id", "The integration's id", { type: "string", format: "uuid" })];
const problems = [
  "unauthenticated",
  "forbidden",
  "not_found",
  "too_many_requests",
  "malformed_json",
  "payload_too_large",
  "unsupported_media_type",
  "invalid_request",
] as const;

const SAID = {
  eventType: "github.push",
  actorName: "Ada",
  actorKind: "user",
  entityType: "branch",
  entityName: "main",
  entityUrl: "https://git.example/web/main",
  entityReference: null,
  timestamp: "2026-11-23T09:41:07.123Z",
  message: "Ada pushed to main",
  icon: "git-branch",
  color: "blue",
  isImportant: false,
  metadata: {},
};
const DRY_RUN = {
  items: [
    {
      id: ID,
      deliveryId: "72d3162e-cc78-11e3-81ab-4c9367dc0958",
      receivedAt: "2026-11-23T09:41:07.123Z",
      eventName: "push",
      result: "changed",
      reason: null,
      activities: [
        { id: ID, before: SAID, after: { ...SAID, message: "Ada pushed 2 commits to main" }, fields: ["message"] },
      ],
    },
  ],
  changed: 1,
  same: 0,
  failed: 0,
  notKept: 0,
};
const DONE = { looked: 50, corrected: 12, added: 0, withdrawn: 0, failed: 0, notKept: 0 };

export const timeMachinePaths: Record<string, PathItem> = {
  "/api/teams/{team}/integrations/{id}/dry-run": {
    post: operation({
      operationId: "dryRun",
      tag,
      summary: "What the last stored deliveries would become today, beside what they became",
      description: `${WHO} Nothing is stored.`,
      security: KEY_OR_SESSION,
      parameters,
      requestBody: jsonBody("DryRunRequest", { limit: 50 }),
      answers: { 200: jsonAnswer("Before and after, a delivery each", "DryRun", { example: DRY_RUN }) },
      problems,
    }),
  },
  "/api/teams/{team}/integrations/{id}/reproject": {
    post: operation({
      operationId: "reproject",
      tag,
      summary: "Tell the last stored deliveries anew, and correct what differs",
      description: `${WHO} An activity that is told otherwise today is hidden, what was stored of it stays, and a corrected one with \`supersedes\` takes its place in the feed; streams say so by \`change\`. Doing it again changes nothing.`,
      security: KEY_OR_SESSION,
      parameters,
      requestBody: jsonBody("ReprojectRequest", { limit: 50 }),
      answers: { 200: jsonAnswer("What was changed", "Reprojection", { example: DONE }) },
      problems,
    }),
  },
};
