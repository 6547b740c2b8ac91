/** One fault of an event: where it is and what is wrong with it. */
export interface Issue {
  path: (string | number)[];
  message: string;
}

/** An event that was not stored, and why. `status` is 0 when no answer came in time. */
export class CaptureError extends Error {
  override readonly name = "CaptureError";

  constructor(
    message: string,
    readonly status: number,
    /** The API's stable code, such as `invalid_request`. */
    readonly code: string,
    readonly issues: Issue[] = [],
  ) {
    super(message);
  }
}
