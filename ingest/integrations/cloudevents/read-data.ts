import { ActivityError, asActivityError } from "@/activity/errors";
import type { Json } from "@/activity/json";
import { plainJson } from "../payload/plain-json";
import { parseJson } from "../payload/read-json";

/** What an event carries: a JSON value, a text, or bytes that are neither. */
export type CloudData =
  | { kind: "none" }
  | { kind: "json"; value: Json }
  | { kind: "text"; text: string }
  | { kind: "bytes"; bytes: Uint8Array };

const TEXT = /^text\/|[/+](xml|yaml|x-yaml|csv|javascript|graphql)$|^application\/x-www-form-urlencoded$/;

/** A content type without its parameters, in lower case; "" when it is missing. */
export function mediaTypeOf(contentType: string | null): string {
  return (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

function charsetOf(contentType: string | null): string {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? "")?.[1] ?? "utf-8";
}

/** True when a content type stands for JSON: `application/json`, `text/json`, `application/vnd.acme+json`. */
export function isJsonType(contentType: string | null): boolean {
  return /[/+]json$/.test(mediaTypeOf(contentType));
}

/** Bytes as text in the charset of their content type. Throws `unsupported_media_type` for a charset nobody knows, `malformed_json` for bytes that are not in it. */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): string {
  const charset = charsetOf(contentType);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset, { fatal: true });
  } catch (cause) {
    throw new ActivityError("unsupported_media_type", `The charset ${charset.slice(0, 100)} is not known`, { cause });
  }
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new ActivityError("malformed_json", `The body is not valid ${decoder.encoding.toUpperCase()}.`, { cause });
  }
}

/** Data that came as bytes. Throws as {@link decodeBytes} and {@link parseJson} when its content type says JSON and it is not. */
export function readBytes(bytes: Uint8Array, contentType: string | null): CloudData {
  if (bytes.byteLength === 0) return { kind: "none" };
  if (isJsonType(contentType)) return { kind: "json", value: plainJson(parseJson(decodeBytes(bytes, contentType))) };
  // Without a content type it may be anything, of which a text is told from bytes by having no U+0000.
  const mayBeText = contentType === null ? !bytes.includes(0) : TEXT.test(mediaTypeOf(contentType));
  try {
    if (mayBeText) return { kind: "text", text: decodeBytes(bytes, contentType) };
  } catch (error) {
    if (asActivityError(error) === null) throw error;
  }
  return { kind: "bytes", bytes };
}
