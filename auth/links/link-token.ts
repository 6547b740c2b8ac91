import { createHash, randomBytes } from "node:crypto";

const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** True for text that looks like the token of a link; whether it is one, the database says. */
export function isTokenShaped(text: string): boolean {
  return SHAPE.test(text);
}

/** A new token, 256 random bits in base64url. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a token. It is random enough that a plain SHA-256 cannot be searched back. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
