/** Search, asking side, second half: a parsed query becomes the text of a `tsquery`, in the forms that are stored. */
import { foldWord } from "@/activity/search/fold";
import { parseQuery, type Term } from "@/activity/search/parse-query";
import { type Segment, segment } from "@/activity/search/segment";
import { camelParts, isAbbreviatedHash, stemOf, ungroupedNumber } from "@/activity/search/word-forms";
import { lexemeBytes, quoteLexeme, STEM_MARK } from "./lexeme";

const MAX_WORDS = 64;

export interface SearchQueryOptions {
  /** Whether a last word without white space behind it also finds longer words. Default true. */
  readonly lastWordIsPrefix?: boolean;
}

/** The ways to write one word of a phrase: operands that stand at the same position. */
type Operands = readonly string[];

/**
 * The text of a `tsquery` literal, to be cast with `::tsquery`; null when `q` holds nothing that can be searched,
 * which means no search at all. Never throws, and Postgres accepts every result.
 *
 * All words must be there, in any English inflection; `"a phrase"` exactly so; `or` between terms; `-` excludes;
 * `word*` is a prefix, and so are an abbreviated commit hash and the last word. The first 1,000 characters and 64
 * words count.
 */
export function toSearchQuery(q: string, options: SearchQueryOptions = {}): string | null {
  const { lastWordIsPrefix = true } = options;
  let room = MAX_WORDS;
  const alternatives: string[] = [];
  for (const terms of parseQuery(q)) {
    const required: string[] = [];
    for (const term of terms) {
      const typing = term.prefix === "typing" && !lastWordIsPrefix;
      const { text, words } = termQuery(typing ? { ...term, prefix: "none" } : term, room);
      room -= words;
      if (text !== null) required.push(term.negated ? `!(${text})` : text);
    }
    if (required.length > 0) alternatives.push(joined(required, " & "));
  }
  return alternatives.length > 0 ? joined(alternatives, " | ") : null;
}

function termQuery(term: Term, room: number): { text: string | null; words: number } {
  const segments = segment(term.text);
  const phrase = segments
    .flatMap((part, index) => segmentOperands(part, term, index === segments.length - 1))
    .filter((operands) => operands.length > 0)
    .slice(0, room);
  if (phrase.length === 0) return { text: null, words: 0 };
  const [only] = segments;
  const alternatives = only?.kind === "word" && segments.length === 1 ? wholeForms(only, term) : [];
  const text = joined([...alternatives, phraseQuery(phrase)], " | ");
  return { text, words: phrase.length };
}

function segmentOperands(part: Segment, term: Term, isLast: boolean): Operands[] {
  if (part.kind === "emoji") return [[quoteLexeme(part.text)]];
  if (part.kind === "run") return runOperands(part.units, term, isLast);
  return part.parts.map((word, index) => wordOperands(word, term, isLast && index === part.parts.length - 1));
}

/** Overlapping pairs. A run that ends the term may go on in the text, so its last unit alone is not asked for. */
function runOperands(units: readonly string[], term: Term, isLast: boolean): Operands[] {
  const pairs = units.map((unit, index) => unit + (units[index + 1] ?? ""));
  if (!isLast) return pairs.map((pair) => operand(pair));
  const asked = pairs.length > 1 ? pairs.slice(0, -1) : pairs;
  const open = pairs.length === 1 || term.prefix !== "none";
  return asked.map((pair, index) => operand(pair, open && index === asked.length - 1));
}

function wordOperands(word: string, term: Term, isLast: boolean): Operands {
  const lexeme = foldWord(word);
  if (term.quoted) return operand(lexeme);
  const isPrefix = isLast && term.prefix !== "none";
  const exact = operand(lexeme, isPrefix || isAbbreviatedHash(lexeme));
  if (exact.length === 0 || (isPrefix && term.prefix === "explicit")) return exact;
  const stem = stemOf(lexeme);
  if (stem === null) return exact;
  // A stored word that is its own stem has no marked stem beside it.
  const plain = stem === lexeme ? [] : operand(stem);
  return [...exact, ...plain, ...operand(STEM_MARK + stem)];
}

/** What finds a compound or a CamelCase word besides the phrase of its parts. */
function wholeForms(part: Segment & { kind: "word" }, term: Term): string[] {
  const isPrefix = term.prefix !== "none";
  if (part.whole !== "") {
    const whole = foldWord(part.whole);
    return [...operand(whole, isPrefix), ...operand(ungroupedNumber(whole) ?? "", isPrefix)];
  }
  const camel = camelParts(part.parts[0] ?? "");
  if (camel.length === 0) return [];
  const phrase = camel.map((word, index) => wordOperands(word, term, index === camel.length - 1));
  return phrase.every((operands) => operands.length > 0) ? [phraseQuery(phrase)] : [];
}

function operand(lexeme: string, isPrefix = false): string[] {
  if (lexemeBytes(lexeme) === null) return [];
  return [isPrefix ? `${quoteLexeme(lexeme)}:*` : quoteLexeme(lexeme)];
}

function phraseQuery(words: readonly Operands[]): string {
  return joined(
    words.map((operands) => joined(operands, " | ")),
    " <-> ",
  );
}

function joined(parts: readonly string[], operator: string): string {
  return parts.length === 1 ? parts.join("") : `(${parts.join(operator)})`;
}
