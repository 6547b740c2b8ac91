import type { z } from "zod";
import type { Issue } from "./errors";
import { byteLength, unstorable } from "./text";

/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Limits of `metadata`: bytes of its JSON text, and nesting. */
export const METADATA_BYTES = 65_536;
export const METADATA_DEPTH = 100;

/** True for a JSON object (not an array, not null). */
export function isJsonObject(value: unknown): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The first reason why a parsed JSON value cannot be stored and given back unchanged, or null.
 * Walks with its own stack: 50,000 levels would end a recursive walk, and Postgres.
 */
export function jsonFault(value: unknown, maxDepth = METADATA_DEPTH): Issue | null {
  const stack: { value: unknown; path: (string | number)[] }[] = [{ value, path: [] }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value: current, path } = next;
    if (typeof current === "string") {
      const fault = unstorable(current);
      if (fault !== null) return { path, message: fault };
    } else if (typeof current === "number") {
      if (!Number.isFinite(current)) return { path, message: "must be a number that a 64-bit float can hold" };
    } else if (typeof current === "object" && current !== null) {
      if (path.length >= maxDepth)
        return { path: path.slice(0, 3), message: `must be at most ${maxDepth} levels deep` };
      for (const [key, child] of Object.entries(current)) {
        const fault = unstorable(key);
        if (fault !== null) return { path, message: `key ${fault}` };
        stack.push({ value: child, path: [...path, Array.isArray(current) ? Number(key) : key] });
      }
    }
  }
  return null;
}

/** zod check for `metadata`: storable, at most {@link METADATA_DEPTH} deep and {@link METADATA_BYTES} bytes. */
export function checkMetadata(ctx: z.core.ParsePayload<Json>): void {
  const fault = jsonFault(ctx.value);
  if (fault !== null) {
    ctx.issues.push({ code: "custom", message: fault.message, path: fault.path, input: undefined });
  } else if (byteLength(JSON.stringify(ctx.value)) > METADATA_BYTES) {
    ctx.issues.push({ code: "custom", message: `must be at most ${METADATA_BYTES} bytes of JSON`, input: undefined });
  }
}
