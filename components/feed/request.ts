import * as v from "valibot";
import type { ActivityPage } from "@/activity/activity";
import { ActivityError, type ErrorCode } from "@/activity/errors";
import { readablePage } from "./answers";

const CODES: ReadonlyMap<number, ErrorCode> = new Map([
  [401, "unauthenticated"],
  [403, "forbidden"],
  [404, "not_found"],
  [422, "invalid_request"],
  [429, "too_many_requests"],
]);
const problem = v.object({ detail: v.optional(v.string()), title: v.optional(v.string()) });

/** Calls our own API. Throws an ActivityError, `unavailable`, when no answer comes. */
export async function request(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    throw new ActivityError("unavailable", "The server cannot be reached.", { cause });
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

/** GETs JSON of our own API. Every failure is an ActivityError: the answer's code, or `unavailable` without an answer. */
export async function requestJson(path: string, signal?: AbortSignal, cache?: RequestCache): Promise<unknown> {
  const response = await request(path, { headers: { accept: "application/json" }, signal: signal ?? null, cache });
  if (!response.ok) throw await failureOf(response);
  return response.json();
}

/** GETs one page of a list. */
export async function requestPage(path: string, signal?: AbortSignal): Promise<ActivityPage> {
  return v.parse(readablePage, await requestJson(path, signal));
}

/** Leaves for the sign-in page, which comes back to the address that is open now. */
export function goToSignIn(): void {
  const here = `${location.pathname}${location.search}`;
  location.assign(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
}
