/** Search, storing side: the searched texts of one event become the text of its `tsvector`. */
import { foldWord, normalise } from "@/activity/search/fold";
import { type Segment, segment } from "@/activity/search/segment";
import { beforeApostrophe, camelParts, stemOf, ungroupedNumber } from "@/activity/search/word-forms";
import { lexemeBytes, quoteLexeme, STEM_MARK } from "./lexeme";

const MAX_TEXT_BYTES = 256 * 1024;
const MAX_POSITION = 16_383;
const MAX_POSITIONS_OF_A_LEXEME = 255;
/** Postgres allows 1,048,575 bytes of lexemes and positions; we stop a little earlier. */
const MAX_VECTOR_BYTES = 1_000_000;

/**
 * The text of a `tsvector` literal for all texts together, `""` when nothing in them can be searched.
 *
 * Texts count up to 256 kB of UTF-8 in all. A phrase never matches from one text into the next. Words over 2,046
 * bytes are left out; words after position 16,383 are found, but not as part of a phrase. Never throws, and Postgres
 * accepts every result. No lexeme starts with `:`, which is free for facets.
 */
export function toSearchVector(texts: readonly string[]): string {
  const vector = new Vector();
  let room = MAX_TEXT_BYTES;
  for (const text of texts) {
    const used = cutToBytes(text, room);
    // NFKC can make one letter eighteen, so what it makes is cut as well.
    for (const part of segment(cutToBytes(normalise(used), MAX_TEXT_BYTES))) vector.add(part);
    vector.startNextText();
    room -= used.length === text.length ? Buffer.byteLength(text) : room;
    if (room <= 0) break;
  }
  return vector.toString();
}

class Vector {
  private readonly positions = new Map<string, number[]>();
  private bytes = 0;
  /** The position of the next word. */
  private next = 1;
  /** The highest position given so far: CamelCase parts may reach beyond `next`. */
  private highest = 0;

  add(part: Segment): void {
    if (part.kind === "emoji") {
      this.put(part.text, this.next++);
    } else if (part.kind === "run") {
      this.addRun(part.units);
    } else {
      if (part.whole !== "") this.addWhole(part.whole);
      for (const word of part.parts) this.addWord(word);
    }
  }

  startNextText(): void {
    this.next = Math.max(this.next, this.highest + 1) + 1;
  }

  private addRun(units: readonly string[]): void {
    for (const [index, unit] of units.entries()) this.put(unit + (units[index + 1] ?? ""), this.next++);
  }

  private addWhole(whole: string): void {
    const lexeme = foldWord(whole);
    this.put(lexeme, this.next);
    const number = ungroupedNumber(lexeme);
    if (number === null) return;
    this.put(number, this.next);
    this.put(number.split(".", 1).join(""), this.next);
  }

  /** A word has one position; its CamelCase parts reach over the following words, so phrases hold either way. */
  private addWord(word: string): void {
    const lexeme = foldWord(word);
    if (lexemeBytes(lexeme) === null) return;
    const at = this.next++;
    this.putWithStem(lexeme, at);
    if (word === lexeme) return;
    const base = beforeApostrophe(word);
    if (base !== null) this.putWithStem(foldWord(base), at);
    for (const [index, part] of camelParts(word).entries()) this.putWithStem(foldWord(part), at + index);
  }

  private putWithStem(lexeme: string, at: number): void {
    this.put(lexeme, at);
    const stem = stemOf(lexeme);
    if (stem !== null && stem !== lexeme) this.put(STEM_MARK + stem, at);
  }

  private put(lexeme: string, at: number): void {
    if (at > this.highest) this.highest = at;
    const known = this.positions.get(lexeme);
    const fits = at <= MAX_POSITION;
    if (known !== undefined) {
      // A CamelCase part may fall on the same word behind it (`UpdateDocs docs`).
      if (!fits || known.length >= MAX_POSITIONS_OF_A_LEXEME || known.includes(at, -2)) return;
      known.push(at);
      this.bytes += 2;
      return;
    }
    const size = lexemeBytes(lexeme);
    // A new lexeme costs its bytes, one of padding, a count and its first position.
    if (size === null || this.bytes + size + 5 > MAX_VECTOR_BYTES) return;
    this.bytes += size + 5;
    this.positions.set(lexeme, fits ? [at] : []);
  }

  toString(): string {
    let text = "";
    for (const [lexeme, at] of this.positions) {
      if (text !== "") text += " ";
      text += quoteLexeme(lexeme);
      if (at.length > 0) text += `:${at.length === 1 ? at[0] : at.join(",")}`;
    }
    return text;
  }
}

/** The longest beginning of `text` that has at most `room` bytes in UTF-8. */
function cutToBytes(text: string, room: number): string {
  if (text.length * 3 <= room) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(room));
  return text.slice(0, read);
}
