/** The language of the search box: `type:task.completed actor:"Alice Chen" after:2026-11-01 "exact words" -word`. */
import type { ValueField } from "../filter";

/** What stands before the colon of an operator; `after` is the filter's `from`, `before` its `to`. */
export type OperatorName = ValueField | "after" | "before" | "is";

/** One value of an operator, without quotes. */
export interface OperatorValue {
  text: string;
  isExcluded: boolean;
}

/** A piece of the text, `end` exclusive: an operator, or anything else, which is searched for as it stands. */
export interface Piece {
  start: number;
  end: number;
  text: string;
  operator: { name: OperatorName; values: OperatorValue[] } | null;
}

/** How operators are written, with the names that other products have taught people. */
const NAMES: Readonly<Record<string, OperatorName>> = {
  type: "type",
  group: "group",
  actor: "actor",
  who: "actor",
  actorkey: "actorKey",
  entity: "entity",
  source: "source",
  after: "after",
  since: "after",
  before: "before",
  until: "before",
  is: "is",
};
const KEY = Object.keys(NAMES).join("|");
/** Phones type curly ones. */
const QUOTE = '["“”„‟«»]';
const NO_QUOTE = '[^"“”„‟«»';
const QUOTED = String.raw`${QUOTE}(?:${NO_QUOTE}\\]|\\.)*`;
const VALUE = String.raw`${QUOTED}(?:${QUOTE}|$)|${NO_QUOTE}\s]\S*`;
/** An operator, one that a `\` makes a word, a phrase, a word: the last two as `parseQuery` cuts them. */
const PIECE = new RegExp(
  String.raw`(-?)(${KEY}):(${VALUE})(?=\s|$)|\\+-?(?:${KEY}):\S*|[([{+]*-?${QUOTE}${NO_QUOTE}]*(?:${QUOTE}|$)|\S+`,
  "isy",
);
const ESCAPED = new RegExp(String.raw`^\\+-?(?:${KEY}):`, "i");
const LIKE_OPERATOR = new RegExp(String.raw`\\*-?(?:${KEY}):\S*`, "iy");
const UNFINISHED = new RegExp(String.raw`(?:^|\s)-?(?:${KEY}):$`, "i");
const WRITTEN = new RegExp(`^(-?)(${KEY}):(.*)$`, "is");
const INSIDE = new RegExp(String.raw`^${QUOTE}((?:${NO_QUOTE}\\]|\\.)*)${QUOTE}?$`, "s");
const PLAIN_VALUE = new RegExp(String.raw`^(?!-)(?:${NO_QUOTE}\s\\,])+$`);
const EACH_QUOTE = new RegExp(`${QUOTE}|\\\\`, "g");
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r" };

function readValues(text: string, isExcluded: boolean): OperatorValue[] {
  const inside = INSIDE.exec(text)?.[1];
  if (inside !== undefined) {
    return [{ text: inside.replace(/\\(.)/gs, (_, char: string) => ESCAPES[char] ?? char), isExcluded }];
  }
  const parts = text.split(",").filter((part) => part !== "" && part !== "-");
  return parts.map((part) =>
    part.startsWith("-") ? { text: part.slice(1), isExcluded: true } : { text: part, isExcluded },
  );
}

function pieceAt(text: string, at: number, pattern: RegExp): RegExpExecArray | null {
  if (/\s/.test(text.charAt(at))) return null;
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Cuts a text into its pieces; the white space between them belongs to none. */
export function cutPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    const match = pieceAt(text, at, PIECE);
    const [whole = " ", minus, key = "", value = ""] = match ?? [];
    const end = at + whole.length;
    const name = NAMES[key.toLowerCase()];
    const operator = name === undefined ? null : { name, values: readValues(value, minus === "-") };
    if (match !== null) pieces.push({ start: at, end, text: whole, operator });
    at = end;
  }
  return pieces;
}

/** A value as it is written behind an operator, in quotes when it needs them. */
export function quoteValue(value: string): string {
  if (PLAIN_VALUE.test(value)) return value;
  const inside = value.replace(EACH_QUOTE, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  return `"${inside}"`;
}

/** Words that are searched for, with a `\` before each that would be read as an operator. */
export function escapeWords(q: string): string {
  let text = "";
  for (let at = 0; at < q.length; ) {
    const like = pieceAt(q, at, LIKE_OPERATOR);
    const piece = (like ?? pieceAt(q, at, PIECE))?.[0] ?? q.charAt(at);
    text += like === null ? piece : `\\${piece}`;
    at += piece.length;
  }
  return text;
}

/** The other way: a piece as it is searched for. */
export function unescapeWord(piece: string): string {
  return ESCAPED.test(piece) ? piece.slice(1) : piece;
}

/** The operator that is being written where the caret stands: its field, the last of its values so far, and where that is in the text. */
export interface WrittenValue {
  name: OperatorName;
  /** Without quotes; empty when nothing of it is written. */
  part: string;
  isExcluded: boolean;
  /** Where the value starts, behind its minus, and where it ends: what a whole value takes the place of. */
  start: number;
  end: number;
}

/** The value that the caret stands behind, of an operator that is not finished; null when there is none. */
export function writtenValue(text: string, caret: number): WrittenValue | null {
  const piece = cutPieces(text).find(({ start, end }) => start < caret && caret <= end);
  const [, minus, key = "", written = ""] = piece === undefined ? [] : (WRITTEN.exec(piece.text) ?? []);
  const name = NAMES[key.toLowerCase()];
  if (piece === undefined || name === undefined || caret !== piece.end) return null;
  const isQuoted = INSIDE.test(written);
  const last = isQuoted ? written : written.slice(written.lastIndexOf(",") + 1);
  const isExcluded = minus === "-" || last.startsWith("-");
  const bare = last.startsWith("-") ? last.slice(1) : last;
  const part = isQuoted ? (readValues(bare, false)[0]?.text ?? "") : bare;
  return { name, part, isExcluded, start: piece.end - bare.length, end: piece.end };
}

/** Whether a text ends in an operator whose value is still to come. */
export function endsUnfinished(text: string): boolean {
  return UNFINISHED.test(text);
}
