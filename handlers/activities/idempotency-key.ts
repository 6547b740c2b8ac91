import { invalid } from "@/activity/errors";
import { isLonger } from "@/activity/text";
import type { Call } from "../call";

const KEY_BYTES = 256;

/** The header `Idempotency-Key`, at most 256 bytes; null without one. Throws `invalid_request`. */
export function readIdempotencyKey(call: Call): string | null {
  const key = call.header("idempotency-key");
  if (key === null) return null;
  if (key === "") throw invalid(["Idempotency-Key"], "must not be empty");
  if (isLonger(key, KEY_BYTES)) throw invalid(["Idempotency-Key"], `must be at most ${KEY_BYTES} bytes`);
  return key;
}
