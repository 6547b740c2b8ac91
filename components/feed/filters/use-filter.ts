"use client";
import { createMultiParser, type Options, useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { formatCursor, parseCursor, placeAtInstant } from "@/activity/cursor";
import { FILTER_FIELDS, type Filter, parseFilter, serializeFilter } from "@/activity/filter";

// The grammar stands in activity/filter: nuqs only carries each parameter's text, twice-given ones as one list.
const text = createMultiParser<string>({
  parse: (values) => (values.length === 0 ? null : values.join(",")),
  serialize: (value) => [value],
});
const PARSERS = {
  type: text,
  group: text,
  actor: text,
  actorKey: text,
  entity: text,
  source: text,
  from: text,
  to: text,
  q: text,
  important: text,
  // A page that was opened at an older place: every change of the filter goes back to the newest.
  cursor: text,
  // A page around an activity shows every event there by itself; at an instant it begins with what happened before.
  at: text,
  fold: text,
};

/** Changes the filter; a change makes a place in the browser's history unless `history` says `replace`. */
export type SetFilter = (filter: Filter, history?: Options["history"]) => void;

/** The filter in the address, and its setter. */
export function useFilter(): {
  filter: Filter;
  query: string;
  cursor: string | null;
  /** The activity that the address names by `at`: the server says where that is. */
  around: string | null;
  isFolded: boolean;
  setFilter: SetFilter;
  setFolded: (isFolded: boolean) => void;
  /** Opens the list at an instant, milliseconds; null: at the newest activity. */
  goTo: (instant: number | null) => void;
} {
  const [raw, setRaw] = useQueryStates(PARSERS, { shallow: true, scroll: false, history: "push" });
  const given = new URLSearchParams();
  for (const field of FILTER_FIELDS) {
    const value = raw[field];
    if (value !== null) given.set(field, value);
  }
  const query = serializeFilter(parseFilter(given)).toString();
  const filter = useMemo(() => parseFilter(new URLSearchParams(query)), [query]);
  const setFilter = useCallback<SetFilter>(
    (next, history = "push") => {
      const params = serializeFilter(next);
      const values = Object.fromEntries(FILTER_FIELDS.map((field) => [field, params.get(field)]));
      void setRaw({ ...values, cursor: null, at: null }, { history });
    },
    [setRaw],
  );
  const goTo = useCallback(
    (instant: number | null) =>
      void setRaw({ cursor: null, at: instant === null ? null : new Date(instant).toISOString() }),
    [setRaw],
  );
  const setFolded = useCallback(
    (isFolded: boolean) => void setRaw({ fold: isFolded ? null : "off", cursor: null, at: null }),
    [setRaw],
  );
  const named = raw.cursor === null ? null : parseCursor(raw.cursor);
  const instant = named === null && raw.at !== null ? placeAtInstant(raw.at) : null;
  const place = named ?? instant;
  const cursor = place === null ? null : formatCursor(place);
  const around = place === null ? raw.at : null;
  const isFolded = raw.fold !== "off" && around === null;
  return { filter, query, cursor, around, isFolded, setFilter, setFolded, goTo };
}
