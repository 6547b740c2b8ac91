import { foldText } from "../../ui/fold-text";
import { splitMentions } from "./shown-mentions";

/** Somebody who can be mentioned. */
export interface Mentionable {
  id: string;
  name: string;
}

/** The longest part of a name that is looked for, characters. */
const MOST_TYPED = 40;
const MOST_FOUND = 8;

/** Where in a text somebody is being mentioned: the place of the @, and what of the name is there. Null when nobody is. */
export function mentionAt(text: string, caret: number): { start: number; typed: string } | null {
  const before = text.slice(Math.max(0, caret - MOST_TYPED - 1), caret);
  // A name may have spaces, so the last @ before the caret counts as long as no line ends after it.
  const found = /(?:^|[^\p{L}\p{N}_])@([^@\n]*)$/u.exec(before);
  const typed = found?.[1];
  return typed === undefined || /^\s|\s\s/.test(typed) ? null : { start: caret - typed.length - 1, typed };
}

/** Those with a name, or a later word of it, that begins with what was typed, whatever the case and accents; at most 8. */
export function findMentionable<P extends Mentionable>(people: readonly P[], typed: string): P[] {
  const wanted = foldText(typed);
  const place = ({ name }: P) => {
    const folded = foldText(name);
    if (folded.startsWith(wanted)) return 0;
    return folded.includes(` ${wanted}`) ? 1 : 2;
  };
  return people
    .filter((person) => place(person) < 2)
    .toSorted((one, other) => place(one) - place(other) || one.name.localeCompare(other.name))
    .slice(0, MOST_FOUND);
}

/** The text with the whole name in the place of what was typed of it, and where the caret goes. */
export function insertMention(
  text: string,
  { start, caret }: { start: number; caret: number },
  name: string,
): { text: string; caret: number } {
  const after = text.slice(caret);
  const inserted = `@${name}${/^\s/.test(after) ? "" : " "}`;
  return { text: text.slice(0, start) + inserted + after, caret: start + inserted.length };
}

/** The ids of those whom a text mentions by their whole names, each once; all who have such a name. */
export function listMentioned(text: string, people: readonly Mentionable[]): string[] {
  const names = new Set(splitMentions(text, people).flatMap(({ person }) => (person === null ? [] : [person.name])));
  return people.filter(({ name }) => names.has(name)).map(({ id }) => id);
}
