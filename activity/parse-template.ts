/** A place of a template, `{a.b|"text"}`: the first alternative that is there fills it. */
type Alternative = { name: string } | { text: string };
type Piece = string | Alternative[];

/** A run of text and places; one in `[brackets]` is left out when a place in it is missing. */
interface Segment {
  isOptional: boolean;
  pieces: Piece[];
}

/** A template taken apart. */
export interface Template {
  segments: Segment[];
  /** Every name in it. */
  names: string[];
  /** What is wrong with it; null when nothing is. What cannot be understood stands for itself. */
  fault: string | null;
}

/** An escaped brace or bracket, a place, a lone brace or bracket, or text. */
const TOKEN = /\\([{}[\]])|\{((?:\\[\s\S]|"[^"]*"|[^{}"\\])+)\}|[{}[\]]|[^\\{}[\]]+|\\/gu;
const ALTERNATIVE = /(?:\\[\s\S]|"[^"]*"|[^|"\\])+/gu;

function parsePlace(inner: string): { place: Alternative[]; fault: string | null } {
  const parts = inner.match(ALTERNATIVE) ?? [];
  let fault = parts.join("|") === inner ? null : `has an empty alternative in {${inner}}`;
  const place = parts.map((part): Alternative => {
    const name = part.trim();
    if (/^"[^"]*"$/.test(name)) return { text: name.slice(1, -1) };
    if (name === "" || name.includes('"')) fault = `cannot read {${inner}}`;
    return { name };
  });
  return { place, fault };
}

/** The first bracket after a token, if any: within one that opens, it must close. */
function nextBracket(tokens: readonly RegExpExecArray[], at: number): string | null {
  for (let place = at + 1; place < tokens.length; place += 1) {
    const token = tokens[place]?.[0];
    if (token === "[" || token === "]") return token;
  }
  return null;
}

/** Takes a template apart. Never throws. */
export function parseTemplate(text: string): Template {
  const tokens = [...text.matchAll(TOKEN)];
  let current: Segment = { isOptional: false, pieces: [] };
  const segments = [current];
  const names: string[] = [];
  let fault: string | null = null;
  const start = (isOptional: boolean) => {
    current = { isOptional, pieces: [] };
    segments.push(current);
  };
  for (const [at, [token, escaped, inner]] of tokens.entries()) {
    if (inner !== undefined) {
      const parsed = parsePlace(inner);
      fault ??= parsed.fault;
      current.pieces.push(parsed.place);
      for (const one of parsed.place) if ("name" in one) names.push(one.name);
      continue;
    }
    if (token === "[" && !current.isOptional && nextBracket(tokens, at) === "]") start(true);
    else if (token === "]" && current.isOptional) start(false);
    else {
      if (/^[{}[\]]$/.test(token)) fault ??= `has a ${token} without its other half`;
      current.pieces.push(escaped ?? token);
    }
  }
  return { segments, names, fault };
}

/** What a name stands for; null when it is missing. `isFirst`: nothing stands before it. */
export type LookUp = (name: string, isFirst: boolean) => string | null;

/** Fills one segment; null when a place in it is missing. */
export function fillSegment({ pieces }: Segment, lookUp: LookUp, isFirst: boolean): string | null {
  let filled = "";
  for (const piece of pieces) {
    if (typeof piece === "string") filled += piece;
    else {
      let value: string | null = null;
      for (const one of piece) value ??= "text" in one ? one.text : lookUp(one.name, isFirst && filled === "");
      if (value === null) return null;
      filled += value;
    }
  }
  return filled;
}

/** Fills a template; null when a place outside its brackets is missing. */
export function fillTemplate({ segments }: Template, lookUp: LookUp): string | null {
  let filled = "";
  for (const segment of segments) {
    const part = fillSegment(segment, lookUp, filled === "");
    if (part === null && !segment.isOptional) return null;
    filled += part ?? "";
  }
  return filled;
}
