import { cutLine } from "../payload/clean-text";

const NAME_BYTES = 512;
/** Digits, a UUID or a version: a name only together with what stands before it. */
const OPAQUE = /^([\d-]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|v\d+)$/i;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A URI reference's host and the parts of its path. What has no slashes is one part. */
function partsOf(uri: string): { host: string | null; parts: string[] } {
  const [, host = null, path = ""] = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/([^/?#]*))?([^?#]*)/i.exec(uri) ?? [];
  return { host, parts: path.split("/").flatMap((part) => decoded(part).trim() || []) };
}

function join(parts: readonly string[]): string | null {
  const last = parts.at(-1);
  const before = parts.at(-2);
  return last !== undefined && before !== undefined && OPAQUE.test(last) ? `${before}/${last}` : (last ?? null);
}

/** What people call the source of an event: the last part of its URI's path, else its host, else the URI itself. */
export function sourceName(source: string): string {
  const { host, parts } = partsOf(source);
  return cutLine(join(parts) ?? host ?? source, NAME_BYTES) ?? "CloudEvents";
}

/** A package URL (`pkg:oci/myapp@sha256%3A0b31…`) by its name and short version; null for any other text. */
function packageName(text: string): string | null {
  const found = /^pkg:[^?#]*?([^/?#@]+)(?:@([^?#]*))?(?:[?#]|$)/i.exec(text);
  if (found === null) return null;
  const version = decoded(found[2] ?? "").replace(/^sha\d+:/, "");
  const short = /^[0-9a-f]{12,}$/i.test(version) ? version.slice(0, 7) : version;
  return `${decoded(found[1] ?? "")}${short === "" ? "" : `@${short}`}`;
}

/**
 * What people call the subject of an event: the last part of a long path, and a package's name. `kind` is what it is, which the
 * path may begin with (`objects/a.png`). Null for a subject that nobody could read.
 */
export function subjectName(subject: string, kind = ""): string | null {
  const { parts, host } = partsOf(subject);
  const isCollection = kind !== "" && (parts[0] ?? "").toLowerCase().startsWith(kind.split(" ").at(-1) ?? kind);
  const isPath = parts.length > 2 || host !== null || subject.startsWith("/") || isCollection;
  // "order 7" and not "order order/7".
  const path = isCollection && parts.length === 2 ? parts[1] : join(parts);
  const name = packageName(subject) ?? (isPath ? (path ?? host ?? subject) : subject);
  return cutLine(name, NAME_BYTES);
}
