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

/** Metadata within its limit: the largest parts go first, for which only a text of escaped characters can be the reason. */
export function fitMetadata(parts: Record<string, unknown>): Json {
  const kept = withoutBlanks(parts);
  if (!isJsonObject(kept)) return {};
  const size = (value: Json | undefined): number => byteLength(JSON.stringify(value ?? null));
  while (size(kept) > METADATA_BYTES) {
    const [largest] = Object.keys(kept).sort((a, b) => size(kept[b]) - size(kept[a]));
    if (largest === undefined) break;
    delete kept[largest];
  }
  return kept;
}
