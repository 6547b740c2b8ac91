import type { ActivityPage } from "@/activity/activity";
import { ActivityError, type ErrorCode } from "@/activity/errors";
import { readProblem } from "../account/read-problem";
import { fetchAsReader } from "../session/fetch-as-reader";
import { sayEnded } from "../session/session-state";

const CODES: ReadonlyMap<number, ErrorCode> = new Map([
  [401, "unauthenticated"],
  [403, "forbidden"],
  [404, "not_found"],
  [422, "invalid_request"],
  [429, "too_many_requests"],
]);

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
  const { said } = readProblem(await response.json().catch(() => null));
  const code = CODES.get(response.status) ?? "unavailable";
  return new ActivityError(code, said ?? `The server answered ${response.status}.`);
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

/** GETs an answer, and reads it by what `load` gives: that is fetched along with the first one. Throws as {@link requestJson}. */
export async function readAnswer<T>(
  path: string,
  load: () => Promise<(json: unknown) => T>,
  signal?: AbortSignal,
): Promise<T> {
  const [json, parse] = await Promise.all([
    requestJson(path, signal),
    load().catch((cause: unknown) => {
      throw new ActivityError("unavailable", sayNoAnswer(cause), { cause });
    }),
  ]);
  return parse(json);
}

const loadParsePage = async () => (await import("./answers")).parsePage;

/** GETs one page of a list. */
export function requestPage(path: string, signal?: AbortSignal): Promise<ActivityPage> {
  return readAnswer(path, loadParsePage, signal);
}

/** The same, refused at once when the session has ended: for what sees to that itself. */
export async function requestPageNow(path: string, signal: AbortSignal): Promise<ActivityPage> {
  const response = await fetch(path, { headers: { accept: "application/json" }, signal }).catch((cause: unknown) => {
    throw new ActivityError("unavailable", sayNoAnswer(cause), { cause });
  });
  const json = await readJson(response);
  return (await loadParsePage())(json);
}

/** Has the reader sign in again: over the page, which then goes on, else on the sign-in page, which comes back to this address. */
export function goToSignIn(): void {
  if (sayEnded()) return;
  const here = `${location.pathname}${location.search}`;
  location.assign(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
}
