/** The search box, one way: what was typed becomes a filter, and what cannot be understood is pointed at. */
import { type Filter, parseInstant, VALUE_FIELDS, type ValueField, valueFault } from "../filter";
import { cutPieces, type OperatorName, type OperatorValue, type Piece, unescapeWord } from "./syntax";

/** A part of the text that cannot be used, and why; `end` is exclusive. */
export interface SearchFault {
  start: number;
  end: number;
  part: string;
  message: string;
}

/** What the language leaves to whoever reads it. */
export interface SearchContext {
  /** The instant a calendar day, `2026-11-01`, starts for the reader; undefined for what is no day. */
  startOfDay: (day: string) => string | undefined;
  /** The ids of all actors of that name; none while nobody is known by it. */
  actorIds: (name: string) => readonly string[];
}

/** A text that was read. */
export interface ParsedSearch {
  filter: Filter;
  faults: SearchFault[];
  /** Names behind `actor:` that the context does not know. They filter nothing. */
  unknownNames: { name: string; start: number; end: number }[];
}

type Refuse = (message: string) => void;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

class Reading {
  readonly filter: Filter = {};
  readonly faults: SearchFault[] = [];
  readonly unknownNames: ParsedSearch["unknownNames"] = [];

  constructor(private readonly context: SearchContext) {}

  operator(name: OperatorName, values: readonly OperatorValue[], piece: Piece): void {
    const { start, end, text: part } = piece;
    const refuse: Refuse = (message) => this.faults.push({ start, end, part, message });
    if (values.length === 0) refuse("needs a value");
    for (const value of values) {
      if (name === "is") this.is(value, refuse);
      else if (name === "after" || name === "before") this.bound(name, value, refuse);
      else if (name === "actor") this.actor(value, piece, refuse);
      else this.value(name, value, refuse);
    }
  }

  private is({ text, isExcluded }: OperatorValue, refuse: Refuse): void {
    if (text.toLowerCase() !== "important") refuse("must be is:important");
    else if (isExcluded) refuse("cannot be excluded");
    else this.filter.important = true;
  }

  private bound(name: "after" | "before", { text, isExcluded }: OperatorValue, refuse: Refuse): void {
    if (isExcluded) {
      refuse("cannot be excluded");
      return;
    }
    const day = DAY.test(text) ? this.context.startOfDay(text) : undefined;
    const field = name === "after" ? "from" : "to";
    const at = day ?? parseInstant(field, text, () => {});
    if (at === undefined) refuse("must be a day such as 2026-11-01");
    else this.filter[field] = at;
  }

  private actor(value: OperatorValue, { start, end }: Piece, refuse: Refuse): void {
    const ids = UUID.test(value.text) ? [value.text.toLowerCase()] : this.context.actorIds(value.text);
    if (ids.length === 0) this.unknownNames.push({ name: value.text, start, end });
    for (const id of ids) this.value("actor", { ...value, text: id }, refuse);
  }

  private value(field: ValueField, { text, isExcluded }: OperatorValue, refuse: Refuse): void {
    const wrong = text === "" ? "needs a value" : valueFault(field, text);
    if (wrong !== null) {
      refuse(wrong);
      return;
    }
    const { any = [], not = [] } = this.filter[field] ?? {};
    const list = isExcluded ? not : any;
    if (!list.includes(text)) list.push(text);
    this.filter[field] = { any, not };
  }
}

/** Reads a text. Values of one field are ORed, fields ANDed, as in the URL; `-type:…` and `type:-…` exclude. */
export function parseSearch(text: string, context: SearchContext): ParsedSearch {
  const reading = new Reading(context);
  let q = "";
  let at = 0;
  for (const piece of cutPieces(text)) {
    const { operator, start, end } = piece;
    q += text.slice(at, start);
    at = end;
    if (operator === null) q += unescapeWord(piece.text);
    else {
      reading.operator(operator.name, operator.values, piece);
      // The white space behind an operator goes with it.
      at += /\s/.test(text.charAt(end)) ? 1 : 0;
    }
  }
  q += text.slice(at);
  const { filter, faults, unknownNames } = reading;
  if (q.trim() !== "") filter.q = q;
  return { filter, faults, unknownNames };
}

/** The filter that both let through: the values of a field together, of bounds and words the later ones. */
export function mergeFilters(first: Filter, then: Filter): Filter {
  const merged: Filter = { ...first, ...then };
  for (const field of VALUE_FIELDS) {
    const [a, b] = [first[field], then[field]];
    if (a === undefined || b === undefined) continue;
    // What is said last of a value holds.
    const any = [...a.any.filter((value) => !b.not.includes(value)), ...b.any];
    const not = [...a.not.filter((value) => !b.any.includes(value)), ...b.not];
    merged[field] = { any: [...new Set(any)], not: [...new Set(not)] };
  }
  return merged;
}
