import { AS_OF_HEADER, AT_LEAST_HEADER, EXPORT_FORMATS, TOTAL_HEADER } from "@/activity/export-format";
import { ACTIVITY_EXAMPLE } from "./examples";
import { header, operation, type PathItem, ref } from "./operation";
import { filterParameters, KEY_OR_SESSION, query, teamParameter } from "./parameters";

const shared = {
  tag: "Activities",
  security: KEY_OR_SESSION,
  parameters: [
    teamParameter,
    ...filterParameters,
    {
      ...query("format", "What it is written as", { type: "string", enum: [...EXPORT_FORMATS] }),
      required: true,
      example: "csv",
    },
  ],
  answers: {
    200: {
      description: "The export, as it is read",
      headers: {
        "Content-Disposition": header("A file name, such as `acme-activities-2026-11-23.csv`"),
        [TOTAL_HEADER]: header("How many activities there are; missing when there are too many to count", "integer"),
        [AT_LEAST_HEADER]: header("In its place: how many there are at least", "integer"),
        [AS_OF_HEADER]: header("The moment, `<epoch>.<seq>`: a stream opened with it goes on where the export ends"),
      },
      content: {
        "text/csv": { schema: { type: "string", description: "A row an activity under the names of the columns" } },
        "application/x-ndjson": {
          schema: { type: "string", description: "An Activity a line" },
          example: `${JSON.stringify(ACTIVITY_EXAMPLE)}\n`,
        },
        "application/json": { schema: { type: "array", items: ref("Activity") }, example: [ACTIVITY_EXAMPLE] },
      },
    },
  },
  problems: ["unauthenticated", "forbidden", "not_found", "invalid_request", "too_many_requests"],
} as const;

const get = operation({
  ...shared,
  operationId: "exportActivities",
  summary: "Everything that passes the filter, as a file",
  description:
    "All of it as of this moment, in the order of the feed: what is posted or corrected while it runs changes nothing in it, what is withdrawn is left out. An export that breaks off is cut and never ended: the HTTP message is incomplete, JSON lacks its end, and NDJSON has a last line with `error`. CSV has a byte order mark and CRLF, and an apostrophe before texts that a spreadsheet would take for formulas. At most two at once of one key or person and four of a team; each is noted in the team's audit log. A key needs the scope `read`.",
});

const head = operation({
  ...shared,
  operationId: "countExport",
  summary: "How many activities an export would have",
  description: "The headers of the export alone. Nothing is noted.",
});

export const exportPaths: Record<string, PathItem> = {
  "/api/teams/{team}/activities/export": { get, head },
};
