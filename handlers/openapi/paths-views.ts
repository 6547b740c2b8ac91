import { MUTED_FIELDS } from "@/activity/mutes";
import { MOST_OPTIONS, OPTION_FIELDS } from "@/db/queries/count-options";
import { jsonAnswer, jsonBody, operation, type PathItem } from "./operation";
import { filterParameters, inPath, KEY_OR_SESSION, query, SESSION, teamParameter } from "./parameters";

const facets = operation({
  operationId: "listFacets",
  tag: "Activities",
  summary: "The values that a field of the filter can have, with counts",
  description:
    "Beside the rest of the filter: what the filter says of the field itself does not count. Counts are exact up to 999 unless the work budget ends before; `isExact` tells. A key needs the scope `read`.",
  security: KEY_OR_SESSION,
  parameters: [
    teamParameter,
    { ...query("field", "The field", { type: "string", enum: [...OPTION_FIELDS] }), required: true, example: "type" },
    query("part", "Part of a name or value", { type: "string", maxLength: 200 }),
    ...filterParameters,
  ],
  answers: {
    200: jsonAnswer(`At most ${MOST_OPTIONS}, those with the most activities first`, "FacetList", {
      example: {
        items: [{ value: "task.created", name: "task.created", avatarUrl: null, count: 42, isExact: true }],
      },
    }),
  },
  problems: ["unauthenticated", "forbidden", "not_found", "invalid_request", "too_many_requests"],
});

const tag = "Views";
const refusals = ["unauthenticated", "forbidden", "not_found", "too_many_requests"] as const;
const bodyFaults = ["malformed_json", "payload_too_large", "unsupported_media_type", "invalid_request"] as const;
const VIEW = { id: "019ab0f5-8a91-7f02-8c43-5e9d1a7b3c20", name: "Failed builds", filter: "type=build.failed" };
const MUTE = { field: "type", value: "task.updated", name: "task.updated" };
const id = inPath("id", "The view's id", { type: "string", format: "uuid" });

const list = operation({
  operationId: "listViews",
  tag,
  summary: "The team's views and the caller's own, with what is unread in each",
  security: SESSION,
  parameters: [teamParameter],
  answers: {
    200: jsonAnswer("The team's first, each by name", "ViewList", {
      example: {
        items: [{ ...VIEW, isTeams: true, readSeq: 4700, unread: { count: 3, isExact: true } }],
        seenSeq: 4711,
        mutes: [MUTE],
        bookmarks: ["019ab0f5-8a91-7f02-8c43-5e9d1a7b3c20"],
      },
    }),
  },
  problems: refusals,
});

const create = operation({
  operationId: "createView",
  tag,
  summary: "Save a filter by name",
  description:
    "Everybody has views of their own, at most 50; owners and admins make the team's, which the feed tells of.",
  security: SESSION,
  parameters: [teamParameter],
  requestBody: jsonBody("NewView", { name: VIEW.name, filter: VIEW.filter }),
  answers: { 201: jsonAnswer("The view", "View", { example: { ...VIEW, isTeams: false } }) },
  problems: [...refusals, ...bodyFaults, "conflict"],
});

const update = operation({
  operationId: "updateView",
  tag,
  summary: "Give a view another name or filter",
  description: "One's own, or as an owner or admin the team's.",
  security: SESSION,
  parameters: [teamParameter, id],
  requestBody: jsonBody("ChangedView", { name: "Broken builds" }),
  answers: { 200: jsonAnswer("The view as it is now", "View", { example: { ...VIEW, isTeams: false } }) },
  problems: [...refusals, ...bodyFaults],
});

const remove = operation({
  operationId: "deleteView",
  tag,
  summary: "Delete a view",
  description: "One's own, or as an owner or admin the team's.",
  security: SESSION,
  parameters: [teamParameter, id],
  answers: { 204: { description: "Deleted" } },
  problems: refusals,
});

const mark = operation({
  operationId: "setReadMark",
  tag,
  summary: "Note how far the caller has read",
  description: "A view, all views, or the whole feed. A mark never goes back.",
  security: SESSION,
  parameters: [teamParameter],
  requestBody: jsonBody("ReadMark", { seq: 4711, view: VIEW.id }),
  answers: { 204: { description: "Noted" } },
  problems: [...refusals, ...bodyFaults],
});

const mute = operation({
  operationId: "addMute",
  tag,
  summary: "Leave a type, an actor or an entity out of the caller's own feed",
  description: "And out of what is unread. At most 30 of each.",
  security: SESSION,
  parameters: [teamParameter],
  requestBody: jsonBody("NewMute", MUTE),
  answers: { 204: { description: "Muted" } },
  problems: [...refusals, ...bodyFaults, "conflict"],
});

const unmute = operation({
  operationId: "removeMute",
  tag,
  summary: "Show it again",
  security: SESSION,
  parameters: [
    teamParameter,
    {
      ...query("field", "As it was muted", { type: "string", enum: [...MUTED_FIELDS] }),
      required: true,
      example: "type",
    },
    { ...query("value", "As it was muted", { type: "string" }), required: true, example: MUTE.value },
  ],
  answers: { 204: { description: "Not muted any more" } },
  problems: [...refusals, "invalid_request"],
});

export const viewPaths: Record<string, PathItem> = {
  "/api/teams/{team}/activities/facets": { get: facets },
  "/api/teams/{team}/views": { get: list, post: create },
  "/api/teams/{team}/views/{id}": { put: update, delete: remove },
  "/api/teams/{team}/read-marks": { put: mark },
  "/api/teams/{team}/mutes": { put: mute, delete: unmute },
};
