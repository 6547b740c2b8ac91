/** Third step of search: the forms under which one word or compound is stored and asked for. */
import { stemmer } from "stemmer";

/** Porter's expressions backtrack on long words, and no English word is longer. */
const ENGLISH = /^[a-z]{2,40}$/;
const CAMEL_EDGE = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u;
const GROUPED_BY_COMMA = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/;
const GROUPED_BY_DOT = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const ABBREVIATED_HASH = /^(?=.*\d)[0-9a-f]{7,39}$/;
const REMEMBERED_STEMS = 20_000;

const stems = new Map<string, string>();

/** The English stem (Porter) of a folded word; null when it is not spelled in a–z. */
export function stemOf(word: string): string | null {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (!ENGLISH.test(word)) return null;
  if (stems.size >= REMEMBERED_STEMS) stems.clear();
  const stem = stemmer(word);
  stems.set(word, stem);
  return stem;
}

/** `UpdateDocs` → `Update`, `Docs`; `HTMLParser` → `HTML`, `Parser`; none when there is no such edge (`PRs`, `API`). */
export function camelParts(word: string): readonly string[] {
  const parts = word.length > 1 && word.length <= 100 ? word.split(CAMEL_EDGE) : [];
  return parts.length > 1 ? parts : [];
}

/** `user's` → `user`; null for a word without an apostrophe. */
export function beforeApostrophe(word: string): string | null {
  const at = word.indexOf("'");
  return at > 0 ? word.slice(0, at) : null;
}

/** The number without thousands separators, decimals after a point: `4,200.00` and `4.200,00` → `4200.00`. */
export function ungroupedNumber(compound: string): string | null {
  if (GROUPED_BY_COMMA.test(compound)) return compound.replaceAll(",", "");
  if (GROUPED_BY_DOT.test(compound)) return compound.replaceAll(".", "").replace(",", ".");
  return null;
}

/** 7–39 hexadecimal characters, one of them a digit: how people abbreviate a commit. */
export function isAbbreviatedHash(word: string): boolean {
  return ABBREVIATED_HASH.test(word);
}
