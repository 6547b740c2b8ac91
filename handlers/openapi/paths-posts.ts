import { ACTIVITY_EXAMPLE } from "./examples";
import { header, jsonAnswer, jsonBody, operation, type PathItem } from "./operation";
import { SESSION, teamParameter } from "./parameters";
import { idempotencyHeader, replayed } from "./paths-activities";

const create = operation({
  operationId: "createPost",
  tag: "Activities",
  summary: "Say something in the feed: a note, a comment on an activity, or one's status",
  description:
    "For signed-in members, not for viewers or keys. It becomes an ordinary activity of the source `feed` whose actor is the member. Whom the text mentions is told by a `user.mentioned` each, after it. The comments on an activity are `GET …/activities?entity=activity:{id}`.",
  security: SESSION,
  parameters: [teamParameter, idempotencyHeader],
  requestBody: jsonBody("NewPost", { kind: "note", text: "Deploy freeze from 5 pm" }),
  answers: {
    201: jsonAnswer("The note, comment or change of status", "Activity", {
      example: ACTIVITY_EXAMPLE,
      headers: { Location: header("The activity's own address"), "Idempotency-Replayed": replayed },
    }),
  },
  problems: [
    "malformed_json",
    "unauthenticated",
    "forbidden",
    "not_found",
    "idempotency_in_progress",
    "payload_too_large",
    "unsupported_media_type",
    "invalid_request",
    "idempotency_mismatch",
    "too_many_requests",
  ],
});

export const postPaths: Record<string, PathItem> = { "/api/teams/{team}/posts": { post: create } };
