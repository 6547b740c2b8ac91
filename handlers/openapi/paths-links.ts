import { MAX_LIMIT } from "@/db/queries/list-activities";
import { PAGE_EXAMPLE } from "./examples";
import { jsonAnswer, jsonBody, operation, type PathItem, streamAnswer } from "./operation";
import { inPath, KEY_OR_SESSION, query, requestHeader, teamParameter } from "./parameters";

const tag = "Shared links";
const WHO = "For members, and keys with the scope `admin`.";
const ID = "019ab0f5-8a93-7c3e-9d51-0c2f6f1b7a10";
const refusals = ["unauthenticated", "forbidden", "not_found", "too_many_requests"] as const;
const token = inPath("token", "The token of the link, the last part of its address");
const link = {
  id: ID,
  name: "What the docs team did",
  filter: "type=task.*&source=-team",
  hidesNames: false,
  hidesMetadata: false,
  headSeq: 48_213,
  expiresAt: null,
};

const list = operation({
  operationId: "listLinks",
  tag,
  summary: "The team's shared links and how often they were opened, without their addresses",
  description: WHO,
  security: KEY_OR_SESSION,
  parameters: [teamParameter],
  answers: {
    200: jsonAnswer("The links that are not revoked, newest first", "LinkList", {
      example: {
        items: [
          {
            ...link,
            createdBy: { id: ID, name: "Jane Doe" },
            createdAt: "2026-11-23T09:41:07.123Z",
            openings: 3,
            lastOpenedAt: null,
          },
        ],
      },
    }),
  },
  problems: refusals,
});

const create = operation({
  operationId: "createLink",
  tag,
  summary: "Make an address by which anybody reads one view of the feed, as of this moment",
  description: `${WHO} What happens to the team itself (source \`team\`) is left out unless the filter names sources.`,
  security: KEY_OR_SESSION,
  parameters: [teamParameter],
  requestBody: jsonBody("NewLink", { name: link.name, filter: "type=task.*" }),
  answers: {
    201: jsonAnswer("The link, its address shown this once", "CreatedLink", {
      example: { ...link, url: "https://activity.example/s/Wq1xR8nTq0L5c2mJd7VbYf3HsKpZu9Eo4GiAtN6XwQk" },
    }),
  },
  problems: [...refusals, "malformed_json", "payload_too_large", "unsupported_media_type", "invalid_request"],
});

const revoke = operation({
  operationId: "revokeLink",
  tag,
  summary: "End a shared link and its open streams, at once and for good",
  description: `${WHO} Members end their own links, owners and admins any.`,
  security: KEY_OR_SESSION,
  parameters: [teamParameter, inPath("id", "The link's id", { type: "string", format: "uuid" })],
  answers: { 204: { description: "Revoked" } },
  problems: refusals,
});

const live = (description: string) => query("live", description, { type: "string", enum: ["1"] });
const opened = ["not_found", "invalid_request", "too_many_requests"] as const;

const read = operation({
  operationId: "listSharedActivities",
  tag,
  summary: "A page of what a shared link shows",
  description:
    "As it was at the link's moment: what came later is left out, what was hidden since is not there, and its correction stands in its place. The filter is the link's; no other parameter is taken. A wrong, a revoked and an expired token are one and the same 404.",
  parameters: [
    token,
    query("cursor", "A `nextCursor` of an earlier answer", { type: "string" }),
    query("limit", "Items of a page", { type: "integer", minimum: 1, maximum: MAX_LIMIT, default: 50 }),
    live("As of now, in the place of the link's moment"),
  ],
  answers: { 200: jsonAnswer("The page", "ActivityPage", { example: PAGE_EXAMPLE }) },
  problems: opened,
});

const stream = operation({
  operationId: "streamSharedActivities",
  tag,
  summary: "What happens of what a shared link shows, live",
  description: "As the team's stream. It ends when the link does.",
  parameters: [
    token,
    query("lastEventId", "Go on after this id; without one, from now", { type: "string" }),
    live("A stream is live in any case"),
    requestHeader("Last-Event-ID", "As `lastEventId`, which it beats; browsers send it when they reconnect"),
  ],
  answers: { 200: streamAnswer },
  problems: opened,
});

export const linkPaths: Record<string, PathItem> = {
  "/api/teams/{team}/links": { get: list, post: create },
  "/api/teams/{team}/links/{id}": { delete: revoke },
  "/api/shared/{token}/activities": { get: read },
  "/api/shared/{token}/activities/stream": { get: stream },
};
