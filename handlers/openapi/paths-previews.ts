import { PICTURE_TYPES } from "../previews/page/picture-type";
import { jsonAnswer, operation, type PathItem } from "./operation";
import { inPath, SESSION, teamParameter } from "./parameters";

const tag = "Activities";
const problems = ["unauthenticated", "forbidden", "not_found", "too_many_requests"] as const;
const id = inPath("id", "The activity's id");
const ACTIVITY = "/api/teams/{team}/activities/{id}";

const list = operation({
  operationId: "listPreviews",
  tag,
  summary: "What the pages say of themselves that an activity links to",
  description:
    "Of its entity's address and the web addresses in its words, at most three. The server looks at each page once and keeps what it found, in memory, for hours. It calls addresses of the public internet only. A link that has nothing to show, for whatever reason, is missing. For members in person.",
  security: SESSION,
  parameters: [teamParameter, id],
  answers: {
    200: jsonAnswer("In the order of the links", "LinkPreviewList", {
      example: {
        items: [
          {
            n: 0,
            url: "https://tracker.example/42",
            host: "tracker.example",
            site: "Tracker",
            title: "Update Documentation",
            description: "Everything about the API, in one place.",
            imageUrl: "/api/teams/acme/activities/019ab0f5-8a91-7f02-8c43-5e9d1a7b3c20/previews/0/image",
          },
        ],
        isOn: true,
      },
    }),
  },
  problems,
});

const image = operation({
  operationId: "getPreviewImage",
  tag,
  summary: "The picture of a preview",
  description: "As the page has it, at most 5 MB; what it is, its first bytes say. No drawings (SVG).",
  security: SESSION,
  parameters: [teamParameter, id, inPath("n", "The link's place, `n` of its preview", { type: "integer", minimum: 0 })],
  answers: {
    200: {
      description: "The picture",
      content: Object.fromEntries(PICTURE_TYPES.map((type) => [type, { schema: { description: "Bytes" } }])),
    },
  },
  problems,
});

export const previewPaths: Record<string, PathItem> = {
  [`${ACTIVITY}/previews`]: { get: list },
  [`${ACTIVITY}/previews/{n}/image`]: { get: image },
};
