/** One fault in what a caller sent: where it is and what is wrong with it. */
export interface Issue {
  /** Path into the body, or the name of a query parameter or header. */
  path: (string | number)[];
  message: string;
}

/** Every expected failure of the product, by its stable code. The HTTP status of each is said once, in `handlers/`. */
export type ErrorCode =
  | "malformed_json"
  | "malformed_path"
  | "invalid_request"
  | "unsupported_media_type"
  | "incomplete_body"
  | "payload_too_large"
  | "unauthenticated"
  | "invalid_signature"
  | "forbidden"
  | "not_found"
  | "method_not_allowed"
  | "idempotency_mismatch"
  | "idempotency_in_progress"
  | "conflict"
  | "too_many_requests"
  | "unavailable"
  | "internal";

/** Thrown low, caught once in `handlers/`. Recognise it by `code` ({@link errorCode}), never by `instanceof`. */
export class ActivityError extends Error {
  readonly code: ErrorCode;
  readonly issues: Issue[] | undefined;
  /** Seconds after which the caller may try again; becomes `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { issues?: Issue[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "ActivityError";
    this.code = code;
    this.issues = options.issues;
    this.retryAfter = options.retryAfter;
  }
}

/** The given value as an ActivityError when it is one, whichever copy of this module made it; else null. */
export function asActivityError(error: unknown): ActivityError | null {
  return error instanceof Error && error.name === "ActivityError" && "code" in error ? (error as ActivityError) : null;
}

/** An `invalid_request` (422) naming one field. */
export function invalid(path: (string | number)[], message: string): ActivityError {
  return new ActivityError("invalid_request", `${path.join(".") || "body"}: ${message}`, {
    issues: [{ path, message }],
  });
}
