import type { z } from "zod";
import type { Issue } from "./errors";
import { isLonger, unstorable } from "./text";

/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Limits of `metadata`: bytes of its JSON text, and nesting. */
export const METADATA_BYTES = 65_536;
const METADATA_DEPTH = 100;

/** True for a JSON object (not an array, not null). */
export function isJsonObject(value: unknown): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function leafFault(value: unknown): string | null {
  if (typeof value === "string") return unstorable(value);
  return typeof value === "number" && !Number.isFinite(value) ? "must be a number that a 64-bit float can hold" : null;
}

/**
 * The first reason why a parsed JSON value cannot be stored and given back unchanged, or null.
 * Walks with its own stack: 50,000 levels would end a recursive walk, and Postgres. Stops when it has seen too many values.
 */
function jsonFault(value: unknown): Issue | null {
  let count = 0;
  const leaf = leafFault(value);
  if (leaf !== null) return { path: [], message: leaf };
  const stack: { value: unknown; path: (string | number)[] }[] = [{ value, path: [] }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value: current, path } = next;
    if (typeof current !== "object" || current === null) continue;
    if (path.length >= METADATA_DEPTH)
      return { path: path.slice(0, 3), message: `must be at most ${METADATA_DEPTH} levels deep` };
    for (const [key, child] of Object.entries(current)) {
      count += 1;
      // Each value takes a byte at least: walking on would let a small body cost much memory.
      if (count > METADATA_BYTES) return { path: [], message: `must hold at most ${METADATA_BYTES} values` };
      const keyFault = unstorable(key);
      if (keyFault !== null) return { path, message: `key ${keyFault}` };
      const childPath = [...path, Array.isArray(current) ? Number(key) : key];
      const fault = leafFault(child);
      if (fault !== null) return { path: childPath, message: fault };
      if (typeof child === "object" && child !== null) stack.push({ value: child, path: childPath });
    }
  }
  return null;
}

/** zod check for `metadata`: storable, at most {@link METADATA_DEPTH} deep and {@link METADATA_BYTES} bytes. */
export function checkMetadata(ctx: z.core.ParsePayload<Json>): void {
  const fault = jsonFault(ctx.value);
  if (fault !== null) {
    ctx.issues.push({ code: "custom", message: fault.message, path: fault.path, input: undefined });
  } else if (isLonger(JSON.stringify(ctx.value), METADATA_BYTES)) {
    ctx.issues.push({ code: "custom", message: `must be at most ${METADATA_BYTES} bytes of JSON`, input: undefined });
  }
}
