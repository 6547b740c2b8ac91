import { FILTER_FIELDS, QUERY_BYTES } from "@/activity/filter";
import { GROUPS } from "@/activity/kinds";
import type { Part } from "./operation";

const FILTER: Record<(typeof FILTER_FIELDS)[number], { description: string; example: string; schema?: Part }> = {
  type: { description: "Event types; a trailing `.*` means every type below", example: "task.*,comment.added" },
  group: { description: `Groups: ${GROUPS.join(", ")}`, example: "task" },
  actor: { description: "Our actor ids, UUIDs", example: "0198b3c4-5d6e-7f80-91a2-b3c4d5e6f708" },
  actorKey: { description: "Actor ids as they were posted", example: "u_17" },
  entity: { description: "`type:id` as they were posted; colons of the type percent-encoded", example: "task:42" },
  source: { description: "Where events come from", example: "github" },
  from: {
    description: "ISO 8601 instant with an offset, inclusive",
    example: "2026-11-23T00:00:00Z",
    schema: { type: "string", format: "date-time" },
  },
  to: {
    description: "ISO 8601 instant with an offset, exclusive",
    example: "2026-11-24T00:00:00Z",
    schema: { type: "string", format: "date-time" },
  },
  q: {
    description: 'Full-text search: words, "quoted phrases", `or`, `-word`; the last word counts as a beginning',
    example: "docs sprint",
    schema: { type: "string", maxLength: QUERY_BYTES },
  },
  important: { description: "Only what is important", example: "1", schema: { type: "string", enum: ["1"] } },
};

/** The filter, the same for list and stream. */
export const filterParameters: Part[] = FILTER_FIELDS.map((name) => {
  const { description, example, schema } = FILTER[name];
  const list =
    ". Comma-separated, any of them; a leading `-` excludes a value. `%`, commas and a leading `-` inside a value are percent-encoded first";
  return {
    name,
    in: "query",
    description: schema === undefined ? `${description}${list}` : description,
    schema: schema ?? { type: "string" },
    example,
  };
});

/** A query parameter. */
export function query(name: string, description: string, schema: Part): Part {
  return { name, in: "query", description, schema };
}

/** A request header. */
export function requestHeader(name: string, description: string, schema: Part = { type: "string" }): Part {
  return { name, in: "header", description, schema };
}

/** A parameter of the path. */
export function inPath(name: string, description: string, schema: Part = { type: "string" }): Part {
  return { name, in: "path", required: true, description, schema };
}

/** The headers of an event of CloudEvents in binary mode, whose body is its data alone. */
export const cloudHeaders: Part[] = [
  requestHeader("ce-specversion", "In binary mode of CloudEvents: `1.0`; every other attribute is a `ce-` header, too"),
  requestHeader("ce-id", "Unique within its source"),
  requestHeader("ce-source", "What the event comes from"),
  requestHeader("ce-type", "What happened"),
];

export const teamParameter = inPath("team", "The team's slug");

/** Who may call: an API key of the team, or the session of a member. */
export const KEY_OR_SESSION: Part[] = [{ apiKey: [] }, { session: [] }];
export const SESSION: Part[] = [{ session: [] }];

/** The security schemes of the document. */
export const securitySchemes: Part = {
  apiKey: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "las_…",
    description: "An API key of the team, with the scopes `capture`, `read` or `admin` (which has all)",
  },
  metricsToken: { type: "http", scheme: "bearer", description: "The setting `METRICS_TOKEN` of the server" },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "next-auth.session-token",
    description: "The session of a signed-in member; `__Host-next-auth.session-token` over https",
  },
};
