/** Search, asking side, first half: the words, quotes, `or`, `-` and `*` that a person typed. */
import { normalise } from "./fold";

/** One thing asked for. `prefix`: `explicit` is `word*`, `typing` is a last word that may still be unfinished. */
export interface Term {
  readonly text: string;
  readonly quoted: boolean;
  readonly negated: boolean;
  readonly prefix: "none" | "explicit" | "typing";
}

const MAX_QUERY_CHARS = 1_000;
const CURLY_QUOTES = /[“”„‟«»]/g;
/** A quoted phrase, its last quote perhaps not typed yet, or anything up to the next white space. */
const CHUNK = /([([{+]*-?)"([^"]*)(?:"|$)|\S+/g;
/** One `-`, perhaps behind a bracket: `--flag` is a word. */
const NEGATION = /^[([{+]*-(?!-)/;
const EXPLICIT_PREFIX = /\*[^\p{L}\p{M}\p{N}]*$/u;

/**
 * The alternatives (joined by `or`), each a list of terms that must all hold; `or` binds weaker than the space, as in
 * Postgres' `websearch_to_tsquery`. The first 1,000 characters count. An `or` without a term before it is dropped, as
 * is one behind which nothing follows but white space; a last `or` still being typed is a word.
 */
export function parseQuery(query: string): Term[][] {
  const text = normalise(query.slice(0, MAX_QUERY_CHARS)).slice(0, MAX_QUERY_CHARS).replace(CURLY_QUOTES, '"');
  const alternatives: Term[][] = [];
  let current: Term[] = [];
  for (const chunk of text.matchAll(CHUNK)) {
    const isLast = chunk.index + chunk[0].length === text.length;
    if (chunk[0].toLowerCase() === "or" && !isLast) {
      if (current.length > 0) alternatives.push(current);
      current = [];
    } else {
      current.push(toTerm(chunk, isLast));
    }
  }
  return current.length > 0 ? [...alternatives, current] : alternatives;
}

function toTerm(chunk: RegExpMatchArray, isLast: boolean): Term {
  const [text, lead = "", phrase] = chunk;
  if (phrase !== undefined) return { text: phrase, quoted: true, negated: lead.endsWith("-"), prefix: "none" };
  const negated = NEGATION.test(text);
  if (EXPLICIT_PREFIX.test(text)) return { text, quoted: false, negated, prefix: "explicit" };
  return { text, quoted: false, negated, prefix: isLast && !negated ? "typing" : "none" };
}
