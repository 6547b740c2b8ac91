import { jsonAnswer, jsonBody, operation, type PathItem } from "./operation";
import { KEY_OR_SESSION, query, SESSION, teamParameter } from "./parameters";

const tag = "Teams";

export const teamPaths: Record<string, PathItem> = {
  "/api/teams/{team}": {
    delete: operation({
      operationId: "deleteTeam",
      tag,
      summary: "Delete a sample team with everything in it",
      description: "For its owner. Other teams cannot be deleted by a call.",
      security: KEY_OR_SESSION,
      parameters: [teamParameter],
      answers: { 204: { description: "Deleted" } },
      problems: ["unauthenticated", "forbidden", "not_found", "too_many_requests"],
    }),
  },
  "/api/teams/{team}/people": {
    get: operation({
      operationId: "listPeople",
      tag,
      summary: "Who has done something in the team",
      security: KEY_OR_SESSION,
      parameters: [teamParameter, query("q", "Part of a name", { type: "string", maxLength: 200 })],
      answers: {
        200: jsonAnswer("At most 50, those whose names begin with `q` first", "People", {
          example: {
            items: [
              {
                id: "019ab0f5-8a91-7f02-8c43-5e9d1a7b3c20",
                key: "u_17",
                name: "John Doe",
                kind: "user",
                avatarUrl: null,
              },
            ],
          },
        }),
      },
      problems: ["unauthenticated", "forbidden", "not_found", "invalid_request", "too_many_requests"],
    }),
  },
  "/api/sample-team": {
    post: operation({
      operationId: "createSampleTeam",
      tag,
      summary: "Open the caller's own team of invented activity, made when there is none",
      security: SESSION,
      answers: { 201: jsonAnswer("The sample team", "TeamAnswer", { example: { team: "sample-team" } }) },
      problems: ["unauthenticated", "forbidden", "too_many_requests"],
    }),
  },
  "/api/setup": {
    post: operation({
      operationId: "setUp",
      tag,
      summary: "Create the first account and its team",
      description: "With the token of the link that the server prints, once.",
      requestBody: jsonBody("Setup", {
        token: "the token of the link",
        name: "Ada Lovelace",
        email: "ada@example.com",
        password: "correct horse battery staple",
        teamName: "Acme",
      }),
      answers: {
        201: jsonAnswer("The team's slug and its first key", "SetupAnswer", {
          example: { team: "acme", key: "las_4fZk92Qa…" },
        }),
      },
      problems: [
        "malformed_json",
        "forbidden",
        "conflict",
        "payload_too_large",
        "unsupported_media_type",
        "invalid_request",
      ],
    }),
  },
};
