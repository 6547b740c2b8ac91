import { timingSafeEqual } from "node:crypto";

/**
 * True when one of `sent` is what `digest` makes of one of `secrets`. All are tried, in constant time, so the time does not tell
 * which matched; an empty secret never does, and neither does one that `digest` cannot use (null).
 */
export function isSigned(
  sent: readonly Uint8Array[],
  secrets: readonly string[],
  digest: (secret: string) => Uint8Array | null,
): boolean {
  let matches = false;
  for (const secret of secrets) {
    const expected = secret === "" ? null : digest(secret);
    if (expected === null) continue;
    for (const one of sent) {
      if (one.byteLength === expected.byteLength && timingSafeEqual(one, expected)) matches = true;
    }
  }
  return matches;
}
