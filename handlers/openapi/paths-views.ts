import { MOST_OPTIONS, OPTION_FIELDS } from "@/db/queries/count-options";
import { jsonAnswer, operation, type PathItem } from "./operation";
import { filterParameters, KEY_OR_SESSION, query, teamParameter } from "./parameters";

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

export const viewPaths: Record<string, PathItem> = {
  "/api/teams/{team}/activities/facets": { get: facets },
};
