import { createHash, randomBytes } from "node:crypto";

/** A new token of an invitation's link: 32 random bytes. */
export function newInvitationToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of it: random enough that a plain SHA-256 cannot be searched back. Null for what cannot be a token. */
export function hashInvitationToken(token: string): Buffer | null {
  return /^[\w-]{43}$/.test(token) ? createHash("sha256").update(token).digest() : null;
}
