"use client";
import { useMemo } from "react";
import { type Filter, serializeFilter } from "@/activity/filter";
import { withMutes } from "@/activity/mutes";
import { useViews } from "../views/use-views";
import { type SetFilter, useFilter } from "./filters/use-filter";
import { type InitialPage, type Listing, useListing } from "./use-listing";

/** Everything the feed shows and can do. */
export interface FeedState extends Listing {
  /** The filter of the address. */
  filter: Filter;
  /** The same, less what the reader has muted. */
  shown: Filter;
  setFilter: SetFilter;
  isFolded: boolean;
  setFolded: (isFolded: boolean) => void;
}

/** The feed of a team: the address's filter less what the reader has muted, its pages, and the stream that continues them. */
export function useFeed(team: string, initial: InitialPage): FeedState {
  const { filter, setFilter, setFolded, isAround, ...address } = useFilter();
  const { mutes } = useViews(team);
  const shown = useMemo(() => withMutes(filter, mutes), [filter, mutes]);
  const { isFolded } = address;
  const query = serializeFilter(shown).toString();
  const place = { isFolded, query, cursor: isAround ? initial.cursor : address.cursor };
  const listing = useListing(`/api/teams/${team}/activities`, place, initial);
  return { filter, shown, setFilter, isFolded, setFolded, ...listing };
}
