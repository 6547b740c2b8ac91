/** Search, showing side: which pieces of a text a query found, by the same words and stems that the server asks for. */
import { foldWord, normalise } from "./fold";
import { parseQuery, type Term } from "./parse-query";
import { type Segment, segment } from "./segment";
import { beforeApostrophe, camelParts, isAbbreviatedHash, stemOf, ungroupedNumber } from "./word-forms";

/** A piece of a text, `end` exclusive. */
export interface Hit {
  start: number;
  end: number;
}

/** Finds what a query found in any text: in order, apart from each other. */
export type HitFinder = (text: string) => Hit[];

/** A word, emoji or sign of a text, as it is compared. */
interface Token extends Hit {
  word: string;
  /** Other words that it also is: `user's` is `user`. */
  also: string[];
  /** Parts of a CamelCase word. */
  parts: Token[];
}

/** One word asked for. Null stem: only as it is written. */
interface Wanted {
  word: string;
  isPrefix: boolean;
  stem: string | null;
}

const CLUSTER = /\P{M}\p{M}*|\p{M}+/gsu;
const NOT_ASCII = /[\u0080-\uffff]/;

/** A text as the search sees it, with the place in the text of each of its characters, and of its end. Null: it cannot be told. */
function withPlaces(text: string): { seen: string; places: number[] | null } | null {
  const seen = normalise(text);
  if (!NOT_ASCII.test(text) || seen === text) return { seen, places: null };
  const places: number[] = [];
  let joined = "";
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const part = normalise(cluster);
    for (let at = 0; at < part.length; at += 1) places.push(index);
    joined += part;
  }
  places.push(text.length);
  return joined === seen ? { seen, places } : null;
}

/** The verbatim pieces of a segment, in order. */
function piecesOf(part: Segment): readonly string[] {
  if (part.kind === "emoji") return [part.text];
  return part.kind === "run" ? part.units : part.parts;
}

function partsOf(piece: string, start: number): Token["parts"] {
  let at = start;
  return camelParts(piece).map((part) => {
    const own: Token = { start: at, end: at + part.length, word: foldWord(part), also: [], parts: [] };
    at = own.end;
    return own;
  });
}

/** The words of a text in order, and its compounds, which only a word asked for by itself can be. */
interface Tokens {
  words: Token[];
  wholes: Token[];
}

function tokensOf(seen: string): Tokens {
  const words: Token[] = [];
  const wholes: Token[] = [];
  let at = 0;
  for (const part of segment(seen)) {
    const first = words.length;
    for (const piece of piecesOf(part)) {
      // Nothing between two pieces can begin one, so the next occurrence is the piece itself.
      const start = seen.indexOf(piece, at);
      at = start + piece.length;
      const base = part.kind === "word" ? beforeApostrophe(piece) : null;
      const parts = part.kind === "word" ? partsOf(piece, start) : [];
      words.push({ start, end: at, word: foldWord(piece), also: base === null ? [] : [foldWord(base)], parts });
    }
    const start = words[first]?.start;
    if (part.kind === "word" && part.whole !== "" && start !== undefined) wholes.push(wholeOf(part.whole, start, at));
  }
  return { words, wholes };
}

/** `4,200.00` is also `4200.00` and `4200`. */
function wholeOf(whole: string, start: number, end: number): Token {
  const word = foldWord(whole);
  const number = ungroupedNumber(word);
  return { start, end, word, also: number === null ? [] : [number, number.split(".", 1).join("")], parts: [] };
}

function wantedOf(word: string, term: Term, isLast: boolean, isWord: boolean): Wanted {
  const folded = foldWord(word);
  const isPrefix = isWord && isLast && term.prefix !== "none";
  const onlyExact = !isWord || term.quoted || (isPrefix && term.prefix === "explicit");
  return {
    word: folded,
    isPrefix: isPrefix || (isWord && !term.quoted && isAbbreviatedHash(folded)),
    stem: onlyExact ? null : stemOf(folded),
  };
}

/** The rows of words that a term finds: its own, and those of a CamelCase word's parts or a number without its separators. */
function rowsOf(term: Term): Wanted[][] {
  const segments = segment(term.text);
  const own = segments.flatMap((part, index) => {
    const pieces = piecesOf(part);
    const ends = index === segments.length - 1;
    return pieces.map((piece, at) => wantedOf(piece, term, ends && at === pieces.length - 1, part.kind === "word"));
  });
  const rows = [own];
  const [only] = segments;
  if (only?.kind !== "word" || segments.length > 1) return rows;
  const whole = foldWord(only.whole);
  const isPrefix = term.prefix !== "none";
  if (whole !== "") rows.push([{ word: whole, isPrefix, stem: null }]);
  rows.push([{ word: ungroupedNumber(whole) ?? "", isPrefix, stem: null }]);
  const camel = only.whole === "" ? camelParts(only.parts[0] ?? "") : [];
  rows.push(camel.map((part, at) => wantedOf(part, term, at === camel.length - 1, true)));
  return rows.map((row) => row.filter(({ word }) => word !== "")).filter((row) => row.length > 0);
}

function isWanted(word: string, { word: wanted, isPrefix, stem }: Wanted): boolean {
  if (isPrefix ? word.startsWith(wanted) : word === wanted) return true;
  return stem !== null && (word === stem || stemOf(word) === stem);
}

/** What of a token is the word asked for: the whole, else a part of it. */
function hitOf(token: Token | undefined, wanted: Wanted): Hit | null {
  if (token === undefined) return null;
  if (isWanted(token.word, wanted) || token.also.some((word) => isWanted(word, wanted))) return token;
  return token.parts.find(({ word }) => isWanted(word, wanted)) ?? null;
}

function hitsOfRow(tokens: readonly Token[], row: readonly Wanted[], hits: Hit[]): void {
  for (let first = 0; first + row.length <= tokens.length; first += 1) {
    const found: Hit[] = [];
    for (const [index, wanted] of row.entries()) {
      const hit = hitOf(tokens[first + index], wanted);
      if (hit === null) break;
      found.push(hit);
    }
    const [from, to] = [found[0], found.at(-1)];
    if (found.length === row.length && from !== undefined && to !== undefined)
      hits.push({ start: from.start, end: to.end });
  }
}

/** In order, what touches or overlaps in one. */
function joinHits(hits: readonly Hit[]): Hit[] {
  const joined: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last !== undefined && hit.start <= last.end) last.end = Math.max(last.end, hit.end);
    else joined.push({ start: hit.start, end: hit.end });
  }
  return joined;
}

/**
 * What to mark for a query of the `q` field: whole words in any inflection, CamelCase parts, phrases, signs of scripts without
 * spaces; nothing of what it excludes. Linear in the text and in the query.
 */
export function makeHitFinder(q: string): HitFinder {
  const rows = parseQuery(q)
    .flat()
    .filter(({ negated }) => !negated)
    .flatMap(rowsOf);
  return (text) => {
    const read = rows.length === 0 ? null : withPlaces(text);
    if (read === null) return [];
    const { seen, places } = read;
    const tokens = tokensOf(seen);
    const hits: Hit[] = [];
    const sequences = [tokens.words, ...tokens.words.flatMap(({ parts }) => (parts.length > 0 ? [parts] : []))];
    for (const row of rows) {
      for (const words of sequences) hitsOfRow(words, row, hits);
      if (row.length === 1) hitsOfRow(tokens.wholes, row, hits);
    }
    const joined = joinHits(hits);
    if (places === null) return joined;
    return joined.map(({ start, end }) => ({ start: places[start] ?? 0, end: places[end] ?? text.length }));
  };
}
