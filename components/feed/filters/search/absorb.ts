import type { Filter } from "@/activity/filter";
import {
  mergeFilters,
  type ParsedSearch,
  parseSearch,
  type SearchContext,
  type SearchFault,
} from "@/activity/search/parse-search";
import { cutPieces, endsUnfinished, type Piece } from "@/activity/search/syntax";

/** What becomes of the text in the search box once its finished operators are chips. */
export interface Absorbed {
  /** What the operators that left the text filter by, and by nothing else. */
  added: Filter;
  /** The text that stays in the box. */
  text: string;
  /** Where the caret stands in it. */
  caret: number;
  /** The words of it; empty when there are none. */
  q: string;
  faults: SearchFault[];
  /** Names of actors that must be looked up first; their operators have stayed. */
  unknownNames: ParsedSearch["unknownNames"];
}

/** An operator is finished once the caret stands behind it and the white space after it; without a caret all are. */
function isFinished({ end }: Piece, text: string, caret: number | null): boolean {
  return caret === null || (caret > end && /\s/.test(text.charAt(end)));
}

/** Takes the finished operators out of a text. What cannot be understood stays where it is, and filters nothing. */
export function absorb(text: string, caret: number | null, context: SearchContext): Absorbed {
  const faults: SearchFault[] = [];
  const unknownNames: ParsedSearch["unknownNames"] = [];
  let added: Filter = {};
  let rest = "";
  let at = 0;
  let moved = caret ?? text.length;
  for (const piece of cutPieces(text)) {
    if (piece.operator === null || !isFinished(piece, text, caret)) continue;
    const read = parseSearch(piece.text, context);
    rest += text.slice(at, piece.start);
    at = piece.start;
    const shift = rest.length;
    for (const fault of read.faults) faults.push({ ...fault, start: shift, end: shift + piece.text.length });
    for (const { name } of read.unknownNames) unknownNames.push({ name, start: shift, end: shift + piece.text.length });
    if (read.faults.length + read.unknownNames.length > 0) continue;
    added = mergeFilters(added, read.filter);
    at = piece.end + (/\s/.test(text.charAt(piece.end)) ? 1 : 0);
    if (caret !== null && caret >= at) moved -= at - piece.start;
  }
  rest += text.slice(at);
  const said = caret !== null && endsUnfinished(rest) ? rest.replace(/\S+$/, "") : rest;
  const q = parseSearch(said, context).filter.q ?? "";
  return { added, text: rest, caret: Math.min(moved, rest.length), q, faults, unknownNames };
}
