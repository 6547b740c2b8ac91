import { createHmac, timingSafeEqual } from "node:crypto";

/** `sha256=` and the HMAC-SHA256 of the raw body, keyed with the secret as UTF-8 text; GitHub's SHA-1 header is not accepted. */
export function verifySignature(body: Uint8Array, signature: string | null, secrets: readonly string[]): boolean {
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(signature ?? "")?.[1];
  if (hex === undefined) return false;
  const sent = Buffer.from(hex, "hex");
  let matches = false;
  for (const secret of secrets) {
    // Every secret is tried, so the time does not tell which one matched; an empty one would let anyone in.
    const expected = createHmac("sha256", secret).update(body).digest();
    if (timingSafeEqual(expected, sent) && secret !== "") matches = true;
  }
  return matches;
}
