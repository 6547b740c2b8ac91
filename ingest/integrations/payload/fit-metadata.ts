import { isJsonObject, type Json, METADATA_BYTES } from "@/activity/json";
import { byteLength } from "@/activity/text";

/** A plain value as JSON without null, blank and empty parts; undefined when nothing is left. Values are a few levels deep. */
function withoutBlanks(value: unknown): Json | undefined {
  if (Array.isArray(value)) {
    const items = value.map(withoutBlanks).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (isJsonObject(value)) {
    const entries: [string, Json][] = [];
    for (const [key, part] of Object.entries(value)) {
      const kept = withoutBlanks(part);
      if (kept !== undefined) entries.push([key, kept]);
    }
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  if (typeof value === "string") return value === "" ? undefined : value;
  return typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

/** Metadata within `mostBytes` of JSON text: the largest parts go first, for which a text of escaped characters or a sender's own data can be the reason. */
export function fitMetadata(parts: Record<string, unknown>, mostBytes = METADATA_BYTES): { [key: string]: Json } {
  const kept = withoutBlanks(parts);
  if (!isJsonObject(kept)) return {};
  // Measured once: data of thousands of parts must not be written anew for each that goes. A part costs its text and a comma or brace.
  const sizes = Object.entries(kept).map(
    ([key, part]) => [key, byteLength(JSON.stringify({ [key]: part })) - 1] as const,
  );
  let size = sizes.reduce((sum, [, bytes]) => sum + bytes, 1);
  const gone = new Set<string>();
  for (const [key, bytes] of sizes.sort(([, a], [, b]) => b - a)) {
    if (size <= mostBytes) break;
    gone.add(key);
    size -= bytes;
  }
  return gone.size === 0 ? kept : Object.fromEntries(Object.entries(kept).filter(([key]) => !gone.has(key)));
}
