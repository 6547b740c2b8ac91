import * as v from "valibot";
import type { ActivityPage } from "@/activity/activity";
import { ActivityError, type ErrorCode } from "@/activity/errors";
import { fetchAsReader } from "../session/fetch-as-reader";
import { sayEnded } from "../session/session-state";
import { readablePage } from "./answers";

const CODES: ReadonlyMap<number, ErrorCode> = new Map([
  [401, "unauthenticated"],
  [403, "forbidden"],
  [404, "not_found"],
  [422, "invalid_request"],
  [429, "too_many_requests"],
]);
const problem = v.object({ detail: v.optional(v.string()), title: v.optional(v.string()) });

/** Whether the browser knows that it reaches nothing. */
export const isOffline = () => globalThis.navigator?.onLine === false;

/** Why no answer came, in words. */
function sayNoAnswer(cause: unknown): string {
  if (cause instanceof Error && cause.name === "TimeoutError") return "The server took too long to answer.";
  return isOffline() ? "You are offline." : "The server cannot be reached.";
}

/**
 * Calls our own API; waits for a new session when the reader's has ended. Throws an ActivityError, `unavailable`, when no answer
 * comes in time. `limitMs`: as of {@link fetchAsReader}.
 */
export async function request(path: string, init: RequestInit, limitMs?: number | null): Promise<Response> {
  try {
    return await fetchAsReader(path, init, limitMs);
  } catch (cause) {
    throw new ActivityError("unavailable", sayNoAnswer(cause), { cause });
  }
}

/** A refusal as an ActivityError: the answer's code and its sentence. */
export async function failureOf(response: Response): Promise<ActivityError> {
  const said = v.safeParse(problem, await response.json().catch(() => null));
  const code = CODES.get(response.status) ?? "unavailable";
  return new ActivityError(
    code,
    (said.success ? (said.output.detail ?? said.output.title) : undefined) ?? `The server answered ${response.status}.`,
  );
}

async function readJson(response: Response): Promise<unknown> {
  if (!response.ok) throw await failureOf(response);
  return response.json().catch((cause: unknown) => {
    throw new ActivityError("unavailable", sayNoAnswer(cause), { cause });
  });
}

/** GETs JSON of our own API. Every failure is an ActivityError: the answer's code, or `unavailable` without an answer. */
export async function requestJson(path: string, signal?: AbortSignal, cache?: RequestCache): Promise<unknown> {
  return readJson(await request(path, { headers: { accept: "application/json" }, signal: signal ?? null, cache }));
}

/** GETs one page of a list. */
export async function requestPage(path: string, signal?: AbortSignal): Promise<ActivityPage> {
  return v.parse(readablePage, await requestJson(path, signal));
}

/** The same, refused at once when the session has ended: for what sees to that itself. */
export async function requestPageNow(path: string, signal: AbortSignal): Promise<ActivityPage> {
  const response = await fetch(path, { headers: { accept: "application/json" }, signal }).catch((cause: unknown) => {
    throw new ActivityError("unavailable", sayNoAnswer(cause), { cause });
  });
  return v.parse(readablePage, await readJson(response));
}

/** Has the reader sign in again: over the page, which then goes on, else on the sign-in page, which comes back to this address. */
export function goToSignIn(): void {
  if (sayEnded()) return;
  const here = `${location.pathname}${location.search}`;
  location.assign(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
}
