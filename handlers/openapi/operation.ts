import type { ErrorCode } from "@/activity/errors";
import { PROBLEMS } from "../problem";
import { STREAM_EXAMPLE } from "./examples";
import type { SchemaName } from "./schemas";

/** A part of the document; its shape is checked as a whole, by OpenAPI's own schema. */
export type Part = { readonly [key: string]: unknown };

/** The operations of one path by method. */
export type PathItem = Partial<Record<"get" | "head" | "post" | "put" | "delete" | "options", Part>>;

export interface Operation {
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  /** Who may call; nobody has to be known when it is missing. */
  security?: readonly Part[];
  parameters?: readonly Part[];
  requestBody?: Part;
  answers: { readonly [status: string]: Part };
  /** What it may be refused with, besides what every call may. */
  problems: readonly ErrorCode[];
}

const ALWAYS: readonly ErrorCode[] = ["internal", "unavailable"];
const RETRY: ReadonlySet<ErrorCode> = new Set(["too_many_requests", "unavailable", "idempotency_in_progress"]);

/** A reference to a schema of the document. */
export function ref(name: SchemaName): Part {
  return { $ref: `#/components/schemas/${name}` };
}

/** A header of an answer. */
export function header(description: string, type: "string" | "integer" = "string"): Part {
  return { description, schema: { type } };
}

/** A JSON answer. */
export function jsonAnswer(
  description: string,
  name: SchemaName,
  more: { example?: unknown; headers?: Part } = {},
): Part {
  const { example, headers } = more;
  const content = { schema: ref(name), ...(example === undefined ? {} : { example }) };
  return { description, ...(headers === undefined ? {} : { headers }), content: { "application/json": content } };
}

/** The answer of a live stream. */
export const streamAnswer: Part = {
  description: "The stream; it stays open",
  content: {
    "text/event-stream": {
      schema: {
        type: "string",
        contentMediaType: "text/event-stream",
        contentSchema: { type: "array", items: ref("StreamMessage") },
      },
      example: STREAM_EXAMPLE,
    },
  },
};

/** A JSON request body that must be sent. */
export function jsonBody(name: SchemaName, example: unknown): Part {
  return { required: true, content: { "application/json": { schema: ref(name), example } } };
}

/** The problem answers of those codes, by status. */
function problemAnswers(codes: readonly ErrorCode[]): Record<string, Part> {
  const answers: Record<string, Part> = {};
  for (const status of new Set(codes.map((code) => PROBLEMS[code].status))) {
    const same = codes.filter((code) => PROBLEMS[code].status === status);
    const headers = {
      ...(same.some((code) => RETRY.has(code)) ? { "Retry-After": header("Seconds to wait", "integer") } : {}),
      ...(status === 401 ? { "WWW-Authenticate": header("`Bearer`, unless a signature is what was wrong") } : {}),
    };
    answers[status] = {
      description: same.map((code) => `${PROBLEMS[code].title} (\`${code}\`)`).join("; "),
      ...(Object.keys(headers).length === 0 ? {} : { headers }),
      content: { "application/problem+json": { schema: ref("Problem") } },
    };
  }
  return answers;
}

/** An operation as OpenAPI writes it. A status that is both an answer and a problem has both contents. */
export function operation(spec: Operation): Part {
  const { operationId, tag, summary, description, security = [], parameters, requestBody, answers, problems } = spec;
  const ofBody: readonly ErrorCode[] = requestBody === undefined ? [] : ["incomplete_body"];
  const responses: Record<string, Part> = problemAnswers([...problems, ...ofBody, ...ALWAYS]);
  for (const [status, answer] of Object.entries(answers)) {
    const problem = responses[status];
    responses[status] =
      problem === undefined
        ? answer
        : {
            ...answer,
            description: `${answer.description}; or ${problem.description}`,
            ...(problem.headers === undefined ? {} : { headers: problem.headers }),
            content: Object.assign({}, answer.content, problem.content),
          };
  }
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security,
    ...(parameters === undefined ? {} : { parameters }),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses,
  };
}
