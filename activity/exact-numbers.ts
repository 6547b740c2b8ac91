import type { Issue } from "./errors";

const QUOTE = 34;
const BACKSLASH = 92;
/** The digits of any integer that a JavaScript number holds; a longer one overflows. */
const MAX_DIGITS = 309;
/** Deeper values are refused for their depth. */
const MAX_PATH = 100;
const NUMBER = /-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;

/** A container that is open: an array with the index of its current item, or an object with where its current key stands. */
interface Frame {
  isArray: boolean;
  index: number;
  keyFrom: number;
  keyTo: number;
}

/** A number as JavaScript writes it, without an exponent. */
function plainDigits(value: number): string {
  const [, sign = "", first = "", rest = "", exponent = "0"] =
    /^(-?)([0-9]+)(?:\.([0-9]+))?e\+([0-9]+)$/.exec(String(value)) ?? [];
  return first === "" ? String(value) : `${sign}${first}${rest.padEnd(Number(exponent), "0")}`;
}

/** True when an integer literal comes back with the digits it was posted with. */
function isExact(literal: string): boolean {
  return literal === "-0" || (literal.length <= MAX_DIGITS + 1 && plainDigits(Number(literal)) === literal);
}

/** The index after a string that opens at `from`. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  for (let code = text.charCodeAt(at); code !== QUOTE; code = text.charCodeAt(at)) at += code === BACKSLASH ? 2 : 1;
  return at + 1;
}

function pathOf(text: string, frames: readonly Frame[]): (string | number)[] {
  return frames
    .slice(0, MAX_PATH)
    .map((frame) => (frame.isArray ? frame.index : String(JSON.parse(text.slice(frame.keyFrom, frame.keyTo)))));
}

/**
 * The integers of a JSON text that a JavaScript number cannot hold, such as 9007199254740993: parsing would change them silently.
 * The first of the text, or the first of each item when the text is an array. `text` must be valid JSON.
 * Fractions and exponents are doubles by nature and are left alone.
 */
export function listInexactNumbers(text: string): Issue[] {
  if (!/[0-9]{16}/.test(text)) return [];
  const issues: Issue[] = [];
  const frames: Frame[] = [];
  let isKeyNext = false;
  let reported = -1;
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    const top = frames[frames.length - 1];
    if (char === '"') {
      const end = endOfString(text, at);
      if (isKeyNext && top !== undefined) {
        top.keyFrom = at;
        top.keyTo = end;
        isKeyNext = false;
      }
      at = end;
    } else if (char === "-" || (char >= "0" && char <= "9")) {
      NUMBER.lastIndex = at;
      const match = NUMBER.exec(text);
      if (match === null) return issues;
      at = NUMBER.lastIndex;
      if (match[1] !== undefined || match[2] !== undefined || isExact(match[0])) continue;
      const root = frames[0];
      if (reported === (root?.index ?? 0)) continue;
      reported = root?.index ?? 0;
      issues.push({ path: pathOf(text, frames), message: "must be a number that a 64-bit float can hold exactly" });
      if (!root?.isArray) return issues;
    } else {
      if (char === "{" || char === "[") frames.push({ isArray: char === "[", index: 0, keyFrom: 0, keyTo: 0 });
      else if (char === "}" || char === "]") frames.pop();
      else if (char === "," && top?.isArray) top.index += 1;
      isKeyNext =
        char === "{" || (char === "," && top !== undefined && !top.isArray) || (isKeyNext && char.trim() === "");
      at += 1;
    }
  }
  return issues;
}
