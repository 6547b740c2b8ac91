/** How lexemes are written inside the text of a Postgres `tsvector` or `tsquery`, and what Postgres accepts. */

/** Stems live apart from exact forms, so that a quoted "run" does not find "running". No word starts with it. */
export const STEM_MARK = "~";
const MAX_BYTES = 2046;
const MUST_ESCAPE = /['\\]/;
const EACH_TO_ESCAPE = /['\\]/g;

/** Bytes of a lexeme in UTF-8, or null when Postgres refuses it (empty, or over 2,046 bytes). */
export function lexemeBytes(lexeme: string): number | null {
  if (lexeme.length === 0 || lexeme.length > MAX_BYTES) return null;
  const bytes = Buffer.byteLength(lexeme);
  return bytes > MAX_BYTES ? null : bytes;
}

/** A lexeme in quotes, escaped for a `tsvector` or `tsquery` literal. */
export function quoteLexeme(lexeme: string): string {
  return `'${MUST_ESCAPE.test(lexeme) ? lexeme.replace(EACH_TO_ESCAPE, "$&$&") : lexeme}'`;
}
