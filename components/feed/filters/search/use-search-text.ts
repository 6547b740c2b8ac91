"use client";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { type Filter, serializeFilter } from "@/activity/filter";
import type { SearchFault } from "@/activity/search/parse-search";
import { fetchedOnce } from "../../../ui/fetched-once";
import { useLatest } from "../../../ui/use-latest";
import { without } from "../change-filter";
import type { SetFilter } from "../use-filter";
import type { Absorbed } from "./absorb";
import type { FoundActors } from "./find-actors";

type Language = typeof import("./language");
/** What reads the box. */
export const searchLanguage = fetchedOnce<Language>(() => import("./language"));

const SETTLE_MS = 200;
const NOBODY: readonly string[] = [];

/** What the search box shows and does. */
export interface SearchText {
  text: string;
  faults: readonly SearchFault[];
  /** Takes what was typed; it filters once typing has paused. */
  change: (text: string) => void;
  /** Takes the text as finished: all its operators become chips, and the search is remembered. */
  send: (text: string) => void;
  /** Takes a text with the caret at a place of it, at once: what is finished before that becomes chips. */
  put: (text: string, caret: number) => void;
}

interface SearchTextOptions {
  team: string;
  filter: Filter;
  setFilter: SetFilter;
  names: ReadonlyMap<string, string>;
  input: RefObject<HTMLInputElement | null>;
}

/** The text of the box: the address's `q`, unless somebody is typing. */
function useText(q: string) {
  const [text, setText] = useState(q);
  const [seen, setSeen] = useState(q);
  const [sent, setSent] = useState(q);
  if (q !== seen) {
    setSeen(q);
    // The address changed by something else than this box: back, forward or "Clear filters".
    if (q !== sent) {
      setSent(q);
      setText(q);
    }
  }
  return { text, setText, setSent };
}

/** Names behind `actor:` that were looked up in this tab, by their lower case. */
function useLookUp(team: string) {
  const known = useRef(new Map<string, FoundActors>());
  const found = (name: string) => known.current.get(name.toLowerCase());
  return {
    found,
    idsOf: (name: string) => {
      const actors = found(name);
      return actors !== undefined && "ids" in actors ? actors.ids : NOBODY;
    },
    /** Looks up what was not yet; true when that was anything. A failure is told as the message of its name. */
    lookUp: async (names: readonly string[], { findActors }: Language) => {
      const wanted = names.filter((name) => found(name) === undefined);
      const failed: FoundActors = { message: "could not be looked up" };
      const answers = await Promise.all(wanted.map((name) => findActors(team, name).catch(() => failed)));
      for (const [index, name] of wanted.entries()) known.current.set(name.toLowerCase(), answers[index] ?? failed);
      return wanted.length > 0;
    },
  };
}

/** The search box: what is typed becomes words and chips of the filter, one search one place in the browser's history. */
export function useSearchText({ team, filter, setFilter, names, input }: SearchTextOptions): SearchText {
  const q = filter.q ?? "";
  const { text, setText, setSent } = useText(q);
  const [faults, setFaults] = useState<readonly SearchFault[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const caret = useRef<number | null>(null);
  const actors = useLookUp(team);
  useLayoutEffect(() => {
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const apply = ({ added, q: words }: Absorbed, { mergeFilters }: Language): Filter => {
    const next = mergeFilters(without(filter, "q"), added);
    if (words !== "") next.q = words;
    setSent(words);
    const isChanged = serializeFilter(next).toString() !== serializeFilter(filter).toString();
    const isSameSearch = Object.keys(added).length === 0 && (words === "") === (q === "");
    if (isChanged) setFilter(next, isSameSearch ? "replace" : "push");
    return next;
  };
  const finished = () => null;
  const atCaret = (value: string) => input.current?.selectionStart ?? value.length;
  /** `caretOf`: where the caret stands in the text, asked when it is read; null: the text is finished. */
  const take = async (value: string, caretOf: (value: string) => number | null): Promise<void> => {
    const language = searchLanguage.now();
    if (language === null) {
      // What cannot be fetched is asked for with the next letter; the panel below says so.
      const isThere = await searchLanguage.fetch().catch(() => null);
      if (isThere !== null && input.current?.value === value) await latest.current(value, caretOf);
      return;
    }
    const { absorb, addRecent, dayStartingAt, printSearch, startOfDay } = language;
    const at = caretOf(value);
    const read = absorb(value, at, { startOfDay, actorIds: actors.idsOf });
    if (read.text !== value) {
      setText(read.text);
      caret.current = document.activeElement === input.current ? read.caret : null;
    }
    const next = apply(read, language);
    if (at === null && next.q !== undefined) {
      const said = printSearch(next, { dayOf: dayStartingAt, nameOf: (id) => names.get(id) ?? null });
      addRecent(team, { query: serializeFilter(next).toString(), said });
    }
    const missing = read.unknownNames.flatMap(({ name, ...place }): SearchFault[] => {
      const found = actors.found(name);
      if (found === undefined || "ids" in found) return [];
      return [{ ...place, part: read.text.slice(place.start, place.end), message: found.message }];
    });
    setFaults([...read.faults, ...missing]);
    const isNew = await actors.lookUp(
      read.unknownNames.map(({ name }) => name),
      language,
    );
    if (isNew && input.current?.value === read.text) await latest.current(read.text, at === null ? finished : atCaret);
  };
  const latest = useLatest(take);
  useEffect(() => () => clearTimeout(timer.current), []);
  const takeIn = (value: string, wait: number, caretOf: (value: string) => number | null) => {
    setText(value);
    clearTimeout(timer.current);
    // At once, not a moment later: what is clicked next must find the filter as it is then.
    if (wait === 0) void latest.current(value, caretOf);
    else timer.current = setTimeout(() => void latest.current(value, caretOf), wait);
  };
  return {
    text,
    faults,
    change: (value) => takeIn(value, value === "" ? 0 : SETTLE_MS, atCaret),
    send: (value) => takeIn(value, 0, finished),
    put: (value, at) => takeIn(value, 0, () => at),
  };
}
