import { MAX_LIMIT } from "@/db/queries/list-activities";
import { ACTIVITY_EXAMPLE, CLOUD_EVENT_EXAMPLE, EVENT_EXAMPLE, PAGE_EXAMPLE } from "./examples";
import { header, jsonAnswer, operation, type PathItem, ref, streamAnswer } from "./operation";
import {
  cloudHeaders,
  filterParameters,
  inPath,
  KEY_OR_SESSION,
  query,
  requestHeader,
  teamParameter,
} from "./parameters";

const tag = "Activities";
export const replayed = header("`true` when this is the answer to an earlier request with the same key");

export const idempotencyHeader = requestHeader(
  "Idempotency-Key",
  "Kept for ever: the same key and body give the same answer and store nothing new",
  { type: "string", minLength: 1, maxLength: 256 },
);

const capture = operation({
  operationId: "captureActivities",
  tag,
  summary: "Capture one event, or many",
  description:
    "One event as `application/json` (at most 1 MB) is answered by its activity. An array, or NDJSON with an event a line (at most 1,000 and 16 MB), is answered by a result for each: items are independent, and the status is 201 when at least one was stored. CloudEvents 1.0 are taken in each content mode of their HTTP binding (structured, batched, binary) within the same limits and told as the webhook's are, with the source `cloudevents`; each is stored once for ever by its `source` and `id`. A key needs the scope `capture`.",
  security: KEY_OR_SESSION,
  parameters: [teamParameter, ...cloudHeaders, idempotencyHeader],
  requestBody: {
    required: true,
    content: {
      "application/json": {
        schema: { anyOf: [ref("Event"), ref("Events")] },
        examples: {
          event: { summary: "One event", value: EVENT_EXAMPLE },
          array: { summary: "A batch", value: [EVENT_EXAMPLE] },
        },
      },
      "application/x-ndjson": {
        schema: { type: "string", description: "One Event a line; a malformed line is refused alone" },
        example: `${JSON.stringify(EVENT_EXAMPLE)}\n`,
      },
      "application/cloudevents+json": { schema: ref("CloudEvent"), example: CLOUD_EVENT_EXAMPLE },
      "application/cloudevents-batch+json": { schema: ref("CloudEvents"), example: [CLOUD_EVENT_EXAMPLE] },
    },
  },
  answers: {
    200: jsonAnswer("An empty batch of CloudEvents: there was nothing to store", "BatchAnswer", {
      example: { results: [] },
    }),
    201: {
      description: "Stored and committed",
      headers: { Location: header("The activity's own address, for one event"), "Idempotency-Replayed": replayed },
      content: {
        "application/json": {
          schema: { anyOf: [ref("Activity"), ref("BatchAnswer")] },
          examples: {
            event: { summary: "Of one event", value: ACTIVITY_EXAMPLE },
            batch: { summary: "Of a batch", value: { results: [{ status: 201, activity: ACTIVITY_EXAMPLE }] } },
          },
        },
      },
    },
    422: jsonAnswer("A batch of which no item could be stored", "BatchAnswer"),
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

const list = operation({
  operationId: "listActivities",
  tag,
  summary: "A page of the feed, newest first",
  description:
    "Ordered by (timestamp, seq), descending. A page of a rare combination may hold fewer items than `limit`, even none, with a `nextCursor` and `searchedBackTo`. A key needs the scope `read`.",
  security: KEY_OR_SESSION,
  parameters: [
    teamParameter,
    ...filterParameters,
    query("cursor", "A `nextCursor` or `prevCursor` of an earlier answer", { type: "string" }),
    query("at", "An activity's id or an instant: the page around it; not beside `cursor`", { type: "string" }),
    query("limit", "Items of a page", { type: "integer", minimum: 1, maximum: MAX_LIMIT, default: 50 }),
    query(
      "fold",
      "`on`: similar events of one hour are one item, the newest of them, and `folds` says how many it stands for and at which rate: by source, type and entity, a person's by the person too, and all machine events of a source in an hour in which machines would have more than three items. What people say is never folded. `from` and `to` of that hour with the fold's source and type list its events. Not beside `at`",
      { type: "string", enum: ["on", "off"], default: "off" },
    ),
    requestHeader("If-None-Match", "The ETag of the page that the caller holds"),
  ],
  answers: {
    200: jsonAnswer("The page", "ActivityPage", {
      example: PAGE_EXAMPLE,
      headers: {
        ETag: header("Names this page; it changes with the team's last event"),
        Link: header('The neighbouring pages, `rel="next"` (older) and `rel="prev"` (newer)'),
      },
    }),
    304: { description: "The caller holds this page already", headers: { ETag: header("As it was sent") } },
  },
  problems: ["unauthenticated", "forbidden", "not_found", "invalid_request", "too_many_requests"],
});

const get = operation({
  operationId: "getActivity",
  tag,
  summary: "One activity",
  security: KEY_OR_SESSION,
  parameters: [teamParameter, inPath("id", "The activity's id")],
  answers: { 200: jsonAnswer("The activity", "Activity", { example: ACTIVITY_EXAMPLE }) },
  problems: ["unauthenticated", "forbidden", "not_found", "too_many_requests"],
});

const stream = operation({
  operationId: "streamActivities",
  tag,
  summary: "What happens, live",
  description:
    "Server-sent events: `ready` at once, `activity` for each new one, `change` when one that was sent before is hidden now (a correction takes its place), `heartbeat` every 15 seconds, `reset` when the reader must load its list again because its id cannot be served. Every message has an id, `<epoch>.<seq>`; going on after it misses nothing and repeats nothing. Open it with the `lastEventId` of a list and the two join without a gap.",
  security: KEY_OR_SESSION,
  parameters: [
    teamParameter,
    ...filterParameters,
    query("lastEventId", "Go on after this id; without one, from now", { type: "string" }),
    requestHeader("Last-Event-ID", "As `lastEventId`, which it beats; browsers send it when they reconnect"),
  ],
  answers: { 200: streamAnswer },
  problems: ["unauthenticated", "forbidden", "not_found", "invalid_request", "too_many_requests"],
});

export const activityPaths: Record<string, PathItem> = {
  "/api/teams/{team}/activities": { get: list, post: capture },
  "/api/teams/{team}/activities/{id}": { get },
  "/api/teams/{team}/activities/stream": { get: stream },
};
