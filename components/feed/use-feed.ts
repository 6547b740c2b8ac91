"use client";
import { useMemo } from "react";
import { type Filter, serializeFilter } from "@/activity/filter";
import { withMutes } from "@/activity/mutes";
import { useViews } from "../views/use-views";
import { type SetFilter, useFilter } from "./filters/use-filter";
import { type Return, useReturn } from "./scroll/use-place";
import { type InitialPage, type Listing, useListing } from "./use-listing";

/** Everything the feed shows and can do. */
export interface FeedState extends Listing {
  /** The filter of the address. */
  filter: Filter;
  /** The same, less what the reader has muted. */
  shown: Filter;
  setFilter: SetFilter;
  isFolded: boolean;
  /** What the address shows, as a saved view has it. */
  view: string;
  setFolded: (isFolded: boolean) => void;
  /** Opens the list at an instant, milliseconds; null: at the newest activity. */
  goTo: (instant: number | null) => void;
  /** Whether the address names a place of the list. */
  isPlaced: boolean;
  /** Where the reader was before, if they came back. */
  back: Return | null;
}

/** The feed of a team: the address's filter less what the reader has muted, its pages, and the stream that continues them. */
export function useFeed(team: string, initial: InitialPage): FeedState {
  const { filter, setFilter, setFolded, goTo, around, ...address } = useFilter();
  const { mutes } = useViews(team);
  const shown = useMemo(() => withMutes(filter, mutes), [filter, mutes]);
  const { isFolded } = address;
  const query = serializeFilter(shown).toString();
  const { back, forget } = useReturn(`${query}#${address.cursor}#${isFolded}`, initial.page.items, around);
  const cursor = back?.cursor ?? (around !== null ? initial.cursor : address.cursor);
  const listing = useListing(`/api/teams/${team}/activities`, { isFolded, query, cursor }, initial);
  const go = (instant: number | null) => {
    forget();
    goTo(instant);
  };
  return {
    filter,
    shown,
    setFilter,
    isFolded,
    view: address.view,
    setFolded,
    goTo: go,
    isPlaced: address.cursor !== null || around !== null,
    back,
    ...listing,
  };
}
