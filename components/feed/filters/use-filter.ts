"use client";
import { useCallback, useMemo } from "react";
import { formatCursor, parseCursor, placeAtInstant } from "@/activity/cursor";
import { FILTER_FIELDS, type Filter, parseFilter, serializeFilter } from "@/activity/filter";
import { writeView } from "@/activity/view-query";
import { type HistoryEntry, useAddress } from "./use-address";

// A page that was opened at an older place: every change of the filter goes back to the newest.
const AT_NEWEST = { cursor: null, at: null };

/** Changes the filter; a change makes a place in the browser's history unless `history` says `replace`. */
export type SetFilter = (filter: Filter, history?: HistoryEntry) => void;

/** The filter in the address, and its setter. */
export function useFilter(): {
  filter: Filter;
  query: string;
  cursor: string | null;
  /** The activity that the address names by `at`: the server says where that is. */
  around: string | null;
  isFolded: boolean;
  /** What the address shows as a view, wherever in it the reader is. */
  view: string;
  setFilter: SetFilter;
  setFolded: (isFolded: boolean) => void;
  /** Opens the list at an instant, milliseconds; null: at the newest activity. */
  goTo: (instant: number | null) => void;
} {
  const [params, setAddress] = useAddress();
  const given = new URLSearchParams();
  for (const field of FILTER_FIELDS) {
    const values = params.getAll(field);
    if (values.length > 0) given.set(field, values.join(","));
  }
  const query = serializeFilter(parseFilter(given)).toString();
  const filter = useMemo(() => parseFilter(new URLSearchParams(query)), [query]);
  const setFilter = useCallback<SetFilter>(
    (next, history = "push") => {
      const fields = serializeFilter(next);
      const values = Object.fromEntries(FILTER_FIELDS.map((field) => [field, fields.get(field)]));
      setAddress({ ...values, ...AT_NEWEST }, history);
    },
    [setAddress],
  );
  const goTo = useCallback(
    (instant: number | null) =>
      setAddress({ cursor: null, at: instant === null ? null : new Date(instant).toISOString() }, "push"),
    [setAddress],
  );
  const setFolded = useCallback(
    (isFolded: boolean) => setAddress({ fold: isFolded ? null : "off", ...AT_NEWEST }, "push"),
    [setAddress],
  );
  const at = params.get("at");
  const named = parseCursor(params.get("cursor") ?? "");
  const instant = named === null && at !== null ? placeAtInstant(at) : null;
  const place = named ?? instant;
  const cursor = place === null ? null : formatCursor(place);
  // A page around an activity shows every event there by itself; at an instant it begins with what happened before.
  const around = place === null ? at : null;
  const folds = params.get("fold") !== "off";
  const isFolded = folds && around === null;
  const view = writeView(filter, folds).toString();
  return { filter, query, cursor, around, isFolded, view, setFilter, setFolded, goTo };
}
