import type { Issue } from "@/activity/errors";
import { fetchAsReader } from "../session/fetch-as-reader";
import { readProblem } from "./read-problem";

/** Why a call failed, as far as the server or the network said. `status` is 0 when no answer came. */
export interface Fault {
  status: number;
  code: string;
  message: string;
  issues: Issue[];
}

export type Outcome<T> = { value: T; fault: null } | { value: null; fault: Fault };

/** What reads an answer, of zod or any other library that follows Standard Schema. */
interface Reader<T> {
  "~standard": {
    validate: (
      value: unknown,
    ) =>
      | { value: T; issues?: undefined }
      | { issues: readonly unknown[] }
      | Promise<{ value: T; issues?: undefined } | { issues: readonly unknown[] }>;
  };
}

function failed<T>(status: number, code: string, message: string, issues: Issue[] = []): Outcome<T> {
  return { value: null, fault: { status, code, message, issues } };
}

/**
 * Calls our own JSON API from the browser and checks the answer against `answer`. Never throws: a refusal, a broken
 * answer and a lost connection come back as a fault with a sentence for people. In a team's pages it waits for a new session first.
 */
export async function callApi<T>(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body: unknown,
  answer: Reader<T>,
): Promise<Outcome<T>> {
  const response = await fetchAsReader(path, {
    method,
    headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
    body: body === undefined ? null : JSON.stringify(body),
  }).catch(() => null);
  if (response === null) return failed(0, "unavailable", "The server cannot be reached. Try again in a moment.");
  const json: unknown = await response.json().catch(() => undefined);
  if (!response.ok) return refused(response, json);
  const said = await answer["~standard"].validate(json);
  if (said.issues !== undefined)
    return failed(response.status, "unavailable", "The server's answer could not be read.");
  return { value: said.value, fault: null };
}

function refused<T>(response: Response, json: unknown): Outcome<T> {
  const { code = "unavailable", said, issues } = readProblem(json);
  if (response.status === 429) {
    const seconds = Number(response.headers.get("retry-after")) || 60;
    return failed(429, code, `Too many attempts. Try again in ${seconds < 100 ? "a minute" : "a few minutes"}.`);
  }
  return failed(response.status, code, said ?? `The server answered ${response.status}.`, issues);
}
