import { header, jsonAnswer, jsonBody, operation, type Part, type PathItem, ref } from "./operation";
import { filterParameters, inPath, KEY_OR_SESSION, requestHeader, SESSION, teamParameter } from "./parameters";

const ID = "019ab0f5-8a93-7c3e-9d51-0c2f6f1b7a10";
const AT = "2026-11-23T09:41:07.123Z";
const uuid = { type: "string", format: "uuid" };
const refusals = ["unauthenticated", "forbidden", "not_found", "too_many_requests"] as const;
const posted = ["malformed_json", "payload_too_large", "unsupported_media_type", "invalid_request"] as const;
const ADMINS = "For owners and admins, and keys with the scope `admin`.";
const OWN = "For every member's session, viewers' too, and only the caller's own.";

const url = "https://activity.example/p/acme/releases";
const feed = {
  id: ID,
  slug: "releases",
  name: "Releases",
  filter: "type=github.release.published",
  hidesNames: false,
  hidesMetadata: false,
  isOn: true,
  createdAt: AT,
  url,
  atomUrl: `${url}/feed.atom`,
  jsonUrl: `${url}/feed.json`,
};
const own = "https://activity.example/api/feeds/cBcH4xk2mQ";
const parameters = [teamParameter, inPath("id", "The feed's id", uuid)];

function memberFeed(operationId: string, format: string, content: Part): Part {
  return operation({
    operationId,
    tag: "Feeds",
    summary: `The newest 50 activities of the filter, as ${format}`,
    description:
      "For feed readers, which can send nothing but an address: the token in it says whose reader it is. What its member may read now is what it gives; a revoked token and a removed member's are unknown.",
    parameters: [
      inPath("token", "A token that `POST …/reader-tokens` gave"),
      ...filterParameters,
      requestHeader("If-None-Match", "The ETag of the feed that the caller holds"),
    ],
    answers: {
      200: { description: "The feed", headers: { ETag: header("Names what it holds") }, content },
      304: { description: "The caller holds it already", headers: { ETag: header("As it was sent") } },
    },
    problems: ["not_found", "invalid_request", "too_many_requests"],
  });
}

export const feedPaths: Record<string, PathItem> = {
  "/api/teams/{team}/feeds": {
    get: operation({
      operationId: "listFeeds",
      tag: "Feeds",
      summary: "The team's public feeds, switched on or not",
      description: "For members, and keys with the scope `admin`.",
      security: KEY_OR_SESSION,
      parameters: [teamParameter],
      answers: { 200: jsonAnswer("The feeds, newest first", "PublicFeedList", { example: { items: [feed] } }) },
      problems: refusals,
    }),
    post: operation({
      operationId: "createFeed",
      tag: "Feeds",
      summary: "Make a view of the team public, for anybody and for search engines",
      description: `${ADMINS} What happens to the team itself (\`source=team\`) is never in it.`,
      security: KEY_OR_SESSION,
      parameters: [teamParameter],
      requestBody: jsonBody("NewFeed", { name: "Releases", filter: "type=github.release.published" }),
      answers: { 201: jsonAnswer("The feed and its addresses", "PublicFeed", { example: feed }) },
      problems: [...refusals, ...posted, "conflict"],
    }),
  },
  "/api/teams/{team}/feeds/{id}": {
    put: operation({
      operationId: "changeFeed",
      tag: "Feeds",
      summary: "Change a public feed, or switch it off or on",
      description: `${ADMINS} What is left out stays. Caches between may show what it was for 30 seconds, and once more while they ask anew.`,
      security: KEY_OR_SESSION,
      parameters,
      requestBody: jsonBody("ChangeFeed", { isOn: false }),
      answers: { 200: jsonAnswer("The feed as it is now", "PublicFeed", { example: { ...feed, isOn: false } }) },
      problems: [...refusals, ...posted, "conflict"],
    }),
    delete: operation({
      operationId: "deleteFeed",
      tag: "Feeds",
      summary: "Delete a public feed; its activities stay",
      description: ADMINS,
      security: KEY_OR_SESSION,
      parameters,
      answers: { 204: { description: "Deleted" } },
      problems: refusals,
    }),
  },
  "/api/teams/{team}/reader-tokens": {
    get: operation({
      operationId: "listReaderTokens",
      tag: "Feeds",
      summary: "The feed readers of the caller, without their addresses",
      description: OWN,
      security: SESSION,
      parameters: [teamParameter],
      answers: {
        200: jsonAnswer("The feed readers, newest first", "ReaderTokenList", {
          example: { items: [{ id: ID, createdAt: AT, lastUsedAt: null }] },
        }),
      },
      problems: refusals,
    }),
    post: operation({
      operationId: "createReaderToken",
      tag: "Feeds",
      summary: "Make addresses by which the caller's feed reader reads the team",
      description: `${OWN} The parameters of the filter may be added to the addresses.`,
      security: SESSION,
      parameters: [teamParameter],
      requestBody: jsonBody("NewReaderToken", {}),
      answers: {
        201: jsonAnswer("The addresses, shown this once", "CreatedReaderToken", {
          example: { id: ID, createdAt: AT, atomUrl: `${own}/feed.atom`, jsonUrl: `${own}/feed.json` },
        }),
      },
      problems: [...refusals, ...posted, "conflict"],
    }),
  },
  "/api/teams/{team}/reader-tokens/{id}": {
    delete: operation({
      operationId: "revokeReaderToken",
      tag: "Feeds",
      summary: "End the addresses of a feed reader, at once",
      description: OWN,
      security: SESSION,
      parameters: [teamParameter, inPath("id", "The feed reader's id", uuid)],
      answers: { 204: { description: "Ended" } },
      problems: refusals,
    }),
  },
  "/api/feeds/{token}/feed.atom": {
    get: memberFeed("readAtomFeed", "Atom", { "application/atom+xml": { schema: { type: "string" } } }),
  },
  "/api/feeds/{token}/feed.json": {
    get: memberFeed("readJsonFeed", "JSON Feed", { "application/feed+json": { schema: ref("JsonFeed") } }),
  },
};
