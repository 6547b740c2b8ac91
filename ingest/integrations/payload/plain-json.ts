import { isJsonObject, type Json } from "@/activity/json";
import { storable } from "./clean-text";

/** Levels of a sender's own data that are kept; nothing that people read is nested deeper. */
const MOST_LEVELS = 32;

/** Any parsed JSON as it can be stored and walked: without U+0000 and lone surrogates; what is nested deeper than `levels` is null. */
export function plainJson(value: unknown, levels = MOST_LEVELS): Json {
  if (typeof value === "string") return storable(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "boolean") return value;
  if (levels === 0) return null;
  if (Array.isArray(value)) return value.map((item) => plainJson(item, levels - 1));
  if (!isJsonObject(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storable(key), plainJson(part, levels - 1)]));
}
