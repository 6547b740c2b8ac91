/** First step of search, for texts and queries alike: spellings that people take for the same become the same. */

const NOT_ASCII = /[\u0080-\uffff]/;
/** Invisible when read: soft hyphen, joiners, direction marks, variation selectors, keycap, skin tones, tags. */
const IGNORED =
  /\u00ad|\u034f|\u061c|\u180e|[\u200b-\u200f\u202a-\u202e\u2060-\u2069]|[\ufe00-\ufe0f]|\ufeff|\u20e3|[\u{1f3fb}-\u{1f3ff}]|[\u{e0000}-\u{e01ef}]/gu;
const APOSTROPHES = /[\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032]/g;
const HYPHENS = /[\u2010-\u2012]/g;
const LATIN_OR_GREEK = /[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff]|[\u0300-\u036f]/;
const ACCENTS = /(?<=[\p{sc=Latin}\p{sc=Greek}])[\u0300-\u036f]+/gu;
/** Arabic vowel signs and tatweel, Hebrew points and cantillation. */
const POINTS =
  /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu;
const LETTERS = /[ßæœøđðłıħþςё\u0622\u0623\u0625\u0671\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;
const LETTER = new Map(
  Object.entries({
    ß: "ss",
    æ: "ae",
    œ: "oe",
    ø: "o",
    đ: "d",
    ð: "d",
    ł: "l",
    ı: "i",
    ħ: "h",
    þ: "th",
    ς: "σ",
    ё: "е",
  }),
);
const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966];

/** NFKC, with invisible characters removed and one kind of apostrophe and hyphen. Case stays: CamelCase needs it. */
export function normalise(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  return text.replace(IGNORED, "").replace(APOSTROPHES, "'").normalize("NFKC").replace(HYPHENS, "-");
}

/**
 * The lexeme of a normalised word or compound: lower case, no apostrophes, no Latin or Greek accents, no Arabic or
 * Hebrew points. May be empty (a lone tatweel).
 */
export function foldWord(word: string): string {
  const lower = (word.includes("'") ? word.replaceAll("'", "") : word).toLowerCase();
  if (!NOT_ASCII.test(lower)) return lower;
  const bare = LATIN_OR_GREEK.test(lower) ? lower.normalize("NFD").replace(ACCENTS, "").normalize("NFC") : lower;
  return bare.replace(POINTS, "").replace(LETTERS, foldLetter);
}

function foldLetter(letter: string): string {
  const folded = LETTER.get(letter);
  if (folded !== undefined) return folded;
  const code = letter.charCodeAt(0);
  const zero = DIGIT_ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? "\u0627" : String(code - zero);
}
