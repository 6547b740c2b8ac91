import type { z } from "zod";
import { ActivityError, type Issue } from "@/activity/errors";
import type { Call } from "./call";

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The media type of a call's body, lower case, without parameters; "" when it says none. */
export function mediaType(call: Call): string {
  return (call.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

/** A body as text. Throws `malformed_json` when it is not UTF-8: replacing bytes would silently change what was posted. */
export function decodeUtf8(body: Uint8Array): string {
  try {
    return decoder.decode(body);
  } catch (cause) {
    throw new ActivityError("malformed_json", "The body is not valid UTF-8", { cause });
  }
}

/** Parses JSON text. Throws `malformed_json` with the parser's own words. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const detail = cause instanceof SyntaxError ? cause.message.slice(0, 200) : "The body is not JSON";
    throw new ActivityError("malformed_json", detail, { cause });
  }
}

/** zod's issues as ours. An unknown key is named by its own path, not by its parent's. */
export function toIssues(error: z.core.$ZodError): Issue[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ path: [...path, key], message: "is not a known field" }));
    return [{ path, message: issue.message }];
  });
}

/** Checks a value against a schema. Throws `invalid_request` with every issue's path. */
export function parseWith<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = toIssues(result.error);
  const first = issues[0];
  const where = first === undefined || first.path.length === 0 ? "body" : first.path.join(".");
  throw new ActivityError("invalid_request", `${where}: ${first?.message ?? "is not valid"}`, { issues });
}

/** A call's JSON body, checked. Throws `unsupported_media_type`, `payload_too_large`, `malformed_json` or `invalid_request`. */
export async function readJson<T>(call: Call, limit: number, schema: z.ZodType<T>): Promise<T> {
  if (mediaType(call) !== "application/json") {
    throw new ActivityError("unsupported_media_type", "The content type must be application/json");
  }
  return parseWith(schema, parseJson(decodeUtf8(await call.body(limit))));
}
