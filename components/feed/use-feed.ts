"use client";
import type { Filter } from "@/activity/filter";
import { type SetFilter, useFilter } from "./filters/use-filter";
import { type InitialPage, type Listing, useListing } from "./use-listing";

/** Everything the feed shows and can do. */
export interface FeedState extends Listing {
  filter: Filter;
  setFilter: SetFilter;
  isFolded: boolean;
  setFolded: (isFolded: boolean) => void;
}

/** The feed of a team: the address's filter, its pages, and the stream that continues them. */
export function useFeed(team: string, initial: InitialPage): FeedState {
  const { filter, setFilter, setFolded, isAround, ...shown } = useFilter();
  if (isAround) shown.cursor = initial.cursor;
  const { isFolded } = shown;
  return { filter, setFilter, isFolded, setFolded, ...useListing(`/api/teams/${team}/activities`, shown, initial) };
}
