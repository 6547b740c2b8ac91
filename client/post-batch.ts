import { CaptureError, type Issue } from "./capture-error.ts";
import type { PostedEvent } from "./event.ts";

/** What became of one event. */
export type Outcome = { activity: { id: string; seq: number } } | { error: CaptureError };

/** A batch that may be posted again: no answer, or one that says so. */
export class Again extends Error {
  constructor(
    message: string,
    readonly status: number,
    /** How long the server asks to wait, milliseconds. */
    readonly afterMs: number | null,
  ) {
    super(message);
  }
}

interface Problem {
  code?: string;
  detail?: string;
  issues?: Issue[];
}
type Result =
  | { status: 201; activity: { id: string; seq: number } }
  | { status: number; code: string; issues: Issue[] };

const RETRIED = new Set([408, 409, 425, 429, 500, 502, 503, 504]);

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get("retry-after"));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null;
}

const told = (issues: Issue[]) =>
  issues.map(({ path, message }) => `${path.join(".") || "event"} ${message}`).join("; ") || "was refused";

function toOutcome(result: Result): Outcome {
  if ("activity" in result) return { activity: { id: result.activity.id, seq: result.activity.seq } };
  return { error: new CaptureError(told(result.issues), result.status, result.code, result.issues) };
}

/**
 * Posts events in one call; gives one outcome an event, in order. Throws {@link Again} when they should be posted once more, and
 * a CaptureError when all of them were refused for a reason that stays.
 */
export async function postBatch(
  fetcher: typeof fetch,
  url: string,
  key: string,
  events: readonly PostedEvent[],
  timeoutMs: number,
): Promise<Outcome[]> {
  const response = await fetcher(url, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(events),
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((cause: unknown) => {
    throw new Again(cause instanceof Error ? cause.message : String(cause), 0, null);
  });
  if (RETRIED.has(response.status)) {
    await response.body?.cancel();
    throw new Again(`the server answered ${response.status}`, response.status, retryAfter(response));
  }
  const answer: unknown = await response.json().catch(() => {
    throw new Again("the server's answer was cut off", response.status, null);
  });
  if (typeof answer === "object" && answer !== null && "results" in answer && Array.isArray(answer.results)) {
    return answer.results.map((result: Result) => toOutcome(result));
  }
  const { code = "unexpected", detail, issues = [] } = (answer ?? {}) as Problem;
  throw new CaptureError(detail ?? `the server answered ${response.status}`, response.status, code, issues);
}
