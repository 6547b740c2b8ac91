const encoder = new TextEncoder();

/** Length of a text in UTF-8 bytes, the unit of every limit here. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** Whether a text has more than `maxBytes` bytes of UTF-8. A UTF-16 unit has three at most, so that most need no counting. */
export function isLonger(text: string, maxBytes: number): boolean {
  return text.length * 3 > maxBytes && byteLength(text) > maxBytes;
}

/** Why Postgres could not give this text back byte for byte, or null when it can: U+0000 and lone surrogates. */
export function unstorable(text: string): string | null {
  if (text.includes("\u0000")) return "must not contain U+0000";
  if (/\p{Surrogate}/u.test(text)) return "must not contain a lone surrogate";
  return null;
}
