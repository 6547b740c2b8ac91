import type { Sample } from "../integration-source";

/** A sample whose body is JSON. */
export function jsonSample(payload: object, headers: Record<string, string> = {}): Sample {
  return { body: JSON.stringify(payload), headers: { "Content-Type": "application/json", ...headers } };
}
