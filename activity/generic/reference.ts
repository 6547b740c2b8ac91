import { parsePath } from "dot-prop";

/** What a name in a mapping stands for. */
export type Reference =
  /** A header of the delivery, its name in lower case. */
  | { kind: "header"; name: string }
  /** A value of the payload: below the item that is told, or, after `$`, below the whole payload. */
  | { kind: "path"; from: "item" | "root"; keys: readonly (string | number)[] }
  /** What the mapping has made of another field: `$actor`, `$entity`, `$reference`, `$type`. */
  | { kind: "told"; name: ToldName };

const TOLD = ["actor", "entity", "reference", "type"] as const;
export type ToldName = (typeof TOLD)[number];

/** Longest path, characters, and the most names in it. */
export const PATH_LENGTH = 200;
const MOST_KEYS = 20;
export const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`~-]{1,100}$/;

/** Takes a path apart, or says what is wrong with it. `.` is the item itself, `$` the whole payload. */
export function parsePathReference(text: string): Extract<Reference, { kind: "path" }> | string {
  if (text.length > PATH_LENGTH) return `must be at most ${PATH_LENGTH} characters`;
  if (text === ".") return { kind: "path", from: "item", keys: [] };
  if (text === "$") return { kind: "path", from: "root", keys: [] };
  const isRooted = /^\$[.[]/.test(text);
  if (text.startsWith("$") && !isRooted) return `knows no ${text}; a path from the top begins with $.`;
  const path = isRooted ? text.slice(text[1] === "." ? 2 : 1) : text;
  let keys: (string | number)[];
  try {
    keys = parsePath(path);
  } catch (error) {
    return `is no path: ${error instanceof Error ? error.message : String(error)}`;
  }
  // The parser gives nothing for the names through which prototypes are reached.
  if (keys.length === 0) return "must not name __proto__, prototype or constructor";
  if (keys.includes("")) return "is no path: a name in it is empty";
  if (keys.length > MOST_KEYS) return `must have at most ${MOST_KEYS} names`;
  return { kind: "path", from: isRooted ? "root" : "item", keys };
}

/** What a name in a template stands for, or what is wrong with it. */
export function parseReference(name: string): Reference | string {
  if (name.startsWith("header:")) {
    const header = name.slice("header:".length);
    return HEADER_NAME.test(header) ? { kind: "header", name: header.toLowerCase() } : "is no name of a header";
  }
  const told = TOLD.find((one) => name === `$${one}`);
  return told === undefined ? parsePathReference(name) : { kind: "told", name: told };
}
