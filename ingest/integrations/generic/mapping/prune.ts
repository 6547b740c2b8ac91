import { isSecretName } from "@/activity/secret-names";
import { cutText, storable } from "../../payload/clean-text";
import { BODY_BYTES } from "../../payload/draft";

const MOST_DEPTH = 10;
const MOST_PARTS = 100;
const KEY_BYTES = 200;

/** How much may still be kept of a payload, bytes of its JSON text. */
export interface Budget {
  bytes: number;
}

function cost(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value)) + 1;
}

/**
 * What is kept of an untrusted JSON value: without what may be a secret, without what Postgres cannot hold, ten levels deep and a
 * hundred parts wide at most, and no more than there is left of the budget. Undefined when nothing is.
 */
export function prune(value: unknown, budget: Budget, depth = 0): unknown {
  if (budget.bytes <= 0 || depth > MOST_DEPTH) return undefined;
  if (Array.isArray(value)) {
    budget.bytes -= 2;
    const items = value.slice(0, MOST_PARTS).map((item) => prune(item, budget, depth + 1));
    return items.filter((item) => item !== undefined);
  }
  if (typeof value === "object" && value !== null) {
    budget.bytes -= 2;
    const kept: [string, unknown][] = [];
    for (const [key, part] of Object.entries(value).slice(0, MOST_PARTS)) {
      if (isSecretName(key)) continue;
      const name = cutText(storable(key), KEY_BYTES);
      budget.bytes -= cost(name);
      const inner = prune(part, budget, depth + 1);
      if (inner !== undefined) kept.push([name, inner]);
    }
    return Object.fromEntries(kept);
  }
  const plain = typeof value === "string" ? cutText(value, BODY_BYTES) : value;
  const isPlain = typeof plain === "string" || typeof plain === "boolean" || Number.isFinite(plain);
  if (!isPlain) return undefined;
  budget.bytes -= cost(plain);
  return budget.bytes < 0 ? undefined : plain;
}
