import { randomUUID } from "node:crypto";
import { ActivityError, asActivityError, type ErrorCode, type Issue } from "@/activity/errors";
import { isUnavailable } from "@/db/sql-state";
import { log } from "@/log";
import type { PlainAnswer } from "./call";

/** The HTTP status and title of every error code: said here and nowhere else. */
export const PROBLEMS: Record<ErrorCode, { status: number; title: string }> = {
  malformed_json: { status: 400, title: "Malformed JSON" },
  malformed_path: { status: 400, title: "Malformed path" },
  unauthenticated: { status: 401, title: "Not signed in" },
  invalid_signature: { status: 401, title: "Invalid signature" },
  forbidden: { status: 403, title: "Not allowed" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  incomplete_body: { status: 408, title: "Body incomplete" },
  idempotency_in_progress: { status: 409, title: "Request in progress" },
  conflict: { status: 409, title: "Conflict" },
  payload_too_large: { status: 413, title: "Too large" },
  unsupported_media_type: { status: 415, title: "Unsupported content type" },
  invalid_request: { status: 422, title: "Invalid request" },
  idempotency_mismatch: { status: 422, title: "Idempotency key reused" },
  too_many_requests: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Internal error" },
  unavailable: { status: 503, title: "Unavailable" },
};

/** An error as RFC 9457 `application/problem+json`. */
interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  issues?: Issue[];
  /** Names the entry in the server's log, for errors that tell nothing else. */
  requestId?: string;
}

function answer(error: ActivityError, requestId?: string): PlainAnswer {
  const { status, title } = PROBLEMS[error.code];
  const problem: Problem = {
    type: "about:blank",
    title,
    status,
    code: error.code,
    detail: error.message,
    ...(error.issues === undefined ? {} : { issues: error.issues }),
    ...(requestId === undefined ? {} : { requestId }),
  };
  const headers: Record<string, string> = {
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
  };
  if (error.retryAfter !== undefined) headers["retry-after"] = String(Math.max(1, Math.ceil(error.retryAfter)));
  if (error.code === "unauthenticated") headers["www-authenticate"] = 'Bearer realm="live-activity-stream"';
  return { status, headers, body: JSON.stringify(problem) };
}

/** Refusals of who is calling, which the log tells of: so looks somebody who tries keys and doors. */
const REFUSALS: readonly ErrorCode[] = ["unauthenticated", "forbidden"];

/** Any thrown error as an answer. An unexpected one is logged once and tells the caller nothing but its request id. */
export function toProblem(error: unknown, request: { method: string; path: string; ip: string | null }): PlainAnswer {
  const known = asActivityError(error);
  if (known !== null && REFUSALS.includes(known.code)) log.warn({ code: known.code, ...request }, "a call was refused");
  if (known !== null) return answer(known);
  const requestId = randomUUID();
  if (isUnavailable(error)) {
    log.warn({ err: error, requestId, ...request }, "the database is unavailable");
    return answer(
      new ActivityError("unavailable", "The database cannot be reached; try again", { retryAfter: 2 }),
      requestId,
    );
  }
  log.error({ err: error, requestId, ...request }, "a call failed");
  return answer(new ActivityError("internal", "Something went wrong on our side"), requestId);
}
