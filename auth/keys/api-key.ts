import { createHash, randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 32 characters of 62 are 190 bits. */
const LENGTH = 32;
const SHAPE = /^las_[0-9A-Za-z]{32}$/;

/** True for text that looks like an API key; whether it is one, the database says. */
export function isKeyShaped(text: string): boolean {
  return SHAPE.test(text);
}

/** A new API key: `las_` and 190 random bits. */
export function generateKey(): string {
  let text = "";
  while (text.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      // 248 is the largest multiple of 62 in a byte: taking more would make some characters likelier.
      if (byte < 248 && text.length < LENGTH) text += ALPHABET.charAt(byte % 62);
    }
  }
  return `las_${text}`;
}

/** What the database keeps of a key. It is random enough that a plain SHA-256 cannot be searched back. */
export function hashKey(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}

/** The part of a key that is shown to recognise it by; 142 bits stay unknown. */
export function keyPrefix(key: string): string {
  return key.slice(0, 12);
}
