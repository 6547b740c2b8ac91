import { MAX_LIMIT } from "@/db/queries/list-activities";
import { MOST_BOOKMARKS } from "../marks/bookmarks";
import { MOST_PINS } from "../marks/pins";
import { ACTIVITY_EXAMPLE } from "./examples";
import { jsonAnswer, operation, type PathItem } from "./operation";
import { inPath, KEY_OR_SESSION, query, SESSION, teamParameter } from "./parameters";

const tag = "Bookmarks and pins";
const refusals = ["unauthenticated", "forbidden", "not_found", "too_many_requests"] as const;
const id = inPath("id", "The activity's id, or that of one which it corrects", { type: "string", format: "uuid" });
const AS_IT_STANDS = "A correction stands for what it corrects; what was withdrawn is left out.";

const listBookmarks = operation({
  operationId: "listBookmarks",
  tag,
  summary: "What the caller has bookmarked, in feed order",
  description: AS_IT_STANDS,
  security: SESSION,
  parameters: [
    teamParameter,
    query("cursor", "`nextCursor` of an earlier answer", { type: "string" }),
    query("limit", "Items of a page", { type: "integer", minimum: 1, maximum: MAX_LIMIT, default: 50 }),
  ],
  answers: {
    200: jsonAnswer("Newest first", "BookmarkPage", { example: { items: [ACTIVITY_EXAMPLE], nextCursor: null } }),
  },
  problems: [...refusals, "invalid_request"],
});

const addBookmark = operation({
  operationId: "addBookmark",
  tag,
  summary: "Bookmark an activity",
  description: `For the caller alone, at most ${MOST_BOOKMARKS}. Doing it again changes nothing.`,
  security: SESSION,
  parameters: [teamParameter, id],
  answers: { 204: { description: "Bookmarked" } },
  problems: [...refusals, "conflict"],
});

const removeBookmark = operation({
  operationId: "removeBookmark",
  tag,
  summary: "Remove a bookmark",
  security: SESSION,
  parameters: [teamParameter, id],
  answers: { 204: { description: "Not bookmarked any more" } },
  problems: refusals,
});

const listPins = operation({
  operationId: "listPins",
  tag,
  summary: "What is pinned above the team's feed, the newest pin first",
  description: `${AS_IT_STANDS} A key needs the scope \`read\`.`,
  security: KEY_OR_SESSION,
  parameters: [teamParameter],
  answers: {
    200: jsonAnswer("The pins", "PinList", {
      example: {
        items: [
          {
            activity: ACTIVITY_EXAMPLE,
            pinnedBy: { id: "0198b3c4-5d6e-7f80-91a2-b3c4d5e6f708", name: "Alice Chen" },
            pinnedAt: "2026-11-23T10:02:00.000Z",
          },
        ],
      },
    }),
  },
  problems: refusals,
});

const addPin = operation({
  operationId: "addPin",
  tag,
  summary: "Pin an activity above the team's feed",
  description: `For members, not viewers; at most ${MOST_PINS} a team. The feed and the audit log tell of it. Doing it again changes nothing.`,
  security: SESSION,
  parameters: [teamParameter, id],
  answers: { 204: { description: "Pinned" } },
  problems: [...refusals, "conflict"],
});

const removePin = operation({
  operationId: "removePin",
  tag,
  summary: "Unpin an activity",
  description: "Whoever pinned it; for members, not viewers.",
  security: SESSION,
  parameters: [teamParameter, id],
  answers: { 204: { description: "Not pinned any more" } },
  problems: refusals,
});

export const markPaths: Record<string, PathItem> = {
  "/api/teams/{team}/bookmarks": { get: listBookmarks },
  "/api/teams/{team}/bookmarks/{id}": { put: addBookmark, delete: removeBookmark },
  "/api/teams/{team}/pins": { get: listPins },
  "/api/teams/{team}/pins/{id}": { put: addPin, delete: removePin },
};
