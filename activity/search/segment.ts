/** Second step of search: cuts a normalised text into words, compounds, runs of scripts without spaces, and emoji. */

/**
 * - `word`: one word (`parts` of one, `whole` empty) or a compound such as `TASK-42` with its parts, case kept.
 * - `run`: graphemes of a script without spaces. The cut is never coarser than graphemes, so every piece of a run
 *   that a reader can select is a piece of `units`.
 * - `emoji`: one emoji code point.
 */
export type Segment =
  | { readonly kind: "word"; readonly parts: readonly string[]; readonly whole: string }
  | { readonly kind: "run"; readonly units: readonly string[] }
  | { readonly kind: "emoji"; readonly text: string };

const OTHER = 1;
const WORD = 2;
const MARK = 3;
const UNIT = 4;
const EMOJI = 5;

const NONSPACING = /[\p{Mn}\p{Me}]/u;
const LETTER_OR_NUMBER = /[\p{L}\p{N}\p{Mc}]/u;
const NO_SPACES =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u;
const PICTOGRAPH = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
/** What may stand inside a compound; a comma only between digits. At most three in a row (`://`). */
const CONNECTORS = new Set([..."-_./@:?=&#%~+\\'"].map((char) => char.charCodeAt(0)));
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
/** English endings that belong to their word; any other apostrophe (`l'équipe`, `O'Brien`) joins two parts. */
const CONTRACTION = /'(?:s|t|re|ve|ll|d|m)(?![\p{L}\p{M}\p{N}'])/iuy;

/** Filled on first sight of a code point: asking the regular expressions each time costs ten times the rest. */
const classes = new Uint8Array(0x110000);

function classOf(code: number): number {
  const known = classes[code];
  if (known) return known;
  const found = classify(String.fromCodePoint(code));
  classes[code] = found;
  return found;
}

function classify(char: string): number {
  if (NONSPACING.test(char)) return MARK;
  if (LETTER_OR_NUMBER.test(char)) return NO_SPACES.test(char) ? UNIT : WORD;
  return PICTOGRAPH.test(char) ? EMOJI : OTHER;
}

/** The segments of a text that went through `normalise`, in order. Linear in its length. */
export function segment(text: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const kind = classOf(code);
    if (kind === WORD) {
      at = readCompound(text, at, segments);
    } else if (kind === UNIT) {
      at = readRun(text, at, segments);
    } else {
      const next = at + width(code);
      if (kind === EMOJI) segments.push({ kind: "emoji", text: text.slice(at, next) });
      at = next;
    }
  }
  return segments;
}

function readCompound(text: string, start: number, segments: Segment[]): number {
  const parts: string[] = [];
  let at = start;
  for (;;) {
    const end = wordEnd(text, at);
    parts.push(text.slice(at, end));
    at = nextPart(text, end);
    if (at === end) {
      segments.push({ kind: "word", parts, whole: parts.length > 1 ? text.slice(start, end) : "" });
      return end;
    }
  }
}

function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const kind = classOf(code);
    if (kind === WORD || kind === MARK) {
      at += width(code);
      continue;
    }
    if (code !== APOSTROPHE) return at;
    CONTRACTION.lastIndex = at;
    return CONTRACTION.test(text) ? CONTRACTION.lastIndex : at;
  }
  return at;
}

/** Where the compound goes on after its part that ends at `end`; `end` itself when it does not. */
function nextPart(text: string, end: number): number {
  let at = end;
  if (text.charCodeAt(at) === COMMA) {
    return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)) ? at + 1 : end;
  }
  while (at < end + 3 && CONNECTORS.has(text.charCodeAt(at))) at += 1;
  return at > end && at < text.length && classOf(text.codePointAt(at) ?? 0) === WORD ? at : end;
}

function readRun(text: string, start: number, segments: Segment[]): number {
  const units: string[] = [];
  let at = start;
  let unitStart = start;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const kind = classOf(code);
    if (kind === UNIT) {
      if (at > unitStart) units.push(text.slice(unitStart, at));
      unitStart = at;
    } else if (kind !== MARK) break;
    at += width(code);
  }
  units.push(text.slice(unitStart, at));
  segments.push({ kind: "run", units });
  return at;
}

function width(code: number): number {
  return code > 0xffff ? 2 : 1;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
