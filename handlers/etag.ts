import { createHash } from "node:crypto";
import type { Answer, Call } from "./call";

/** RFC 9110 §13.1.2, weak comparison: whether the caller holds what the tag names. */
export function isHeld(ifNoneMatch: string | null, tag: string): boolean {
  const opaque = tag.replace(/^W\//, "");
  return ifNoneMatch?.split(",").some((part) => part.trim().replace(/^W\//, "") === opaque) ?? false;
}

/** A text with a tag made of it; 304 to a caller who holds it already. */
export function taggedText(call: Call, body: string, headers: Record<string, string>): Answer {
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const { "content-type": type = "text/plain; charset=utf-8", ...others } = headers;
  if (isHeld(call.header("if-none-match"), etag)) return { status: 304, headers: { ...others, etag }, body: null };
  return { status: 200, headers: { ...others, "content-type": type, etag }, body };
}
