import { createHash, randomBytes } from "node:crypto";

/** Bytes of a token in a link. */
const BYTES = 32;

/** A new token for a link: nobody guesses it, and it is kept nowhere but in the link. */
export function newToken(): string {
  return randomBytes(BYTES).toString("base64url");
}

/** What of a token is stored, and looked up. Null for a text that is no token. */
export function hashToken(token: string): Buffer | null {
  return /^[\w-]{43}$/.test(token) ? createHash("sha256").update(token).digest() : null;
}
