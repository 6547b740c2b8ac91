"use client";
import { useEffect, useState } from "react";
import { useSWRConfig } from "swr";
import useSWRImmutable from "swr/immutable";
import type { Activity } from "@/activity/activity";
import type { LinkPreview } from "@/activity/link-preview";
import { linksOf } from "@/activity/links-of";
import { CARD, PreviewCard } from "./preview-card";
import { countHopeful, readPreviews } from "./read-previews";

/** Who steps through activities passes most of them by: their pages are not fetched. Milliseconds. */
const REST_MS = 300;

function useRested(): boolean {
  const [isRested, setIsRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsRested(true), REST_MS);
    return () => clearTimeout(timer);
  }, []);
  return isRested;
}

/** The previews of an activity's links; undefined until they are known, none when they cannot be had. */
function usePreviews(team: string, id: string, links: readonly string[]): LinkPreview[] | undefined {
  const path = `/api/teams/${team}/activities/${id}/previews`;
  const { cache } = useSWRConfig();
  const isKnown = cache.get(path)?.data !== undefined;
  const isRested = useRested();
  const isAsked = links.length > 0 && (isRested || isKnown);
  const { data, error } = useSWRImmutable<LinkPreview[], Error>(
    isAsked ? path : null,
    (key: string) => readPreviews(key, links),
    { shouldRetryOnError: false },
  );
  return error === undefined ? data : [];
}

/** Cards of the pages that an activity links to. Their place is kept while they are asked for; what has nothing to show leaves it, and says nothing. */
export function LinkPreviews({ team, activity }: { team: string; activity: Activity }) {
  const links = linksOf(activity);
  const previews = usePreviews(team, activity.id, links);
  // Asking changes what is hoped for; the places stay as they were until there is an answer.
  const [hopeful] = useState(() => countHopeful(links));
  const places = previews ?? Array.from({ length: hopeful }, () => null);
  if (places.length === 0) return null;
  return (
    <ul aria-label="Linked pages" aria-busy={previews === undefined} className="needs-script grid gap-2">
      {places.map((preview, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a card comes where its place was kept
        <li key={place} className="min-w-0">
          {preview === null ? <div className={`bg-hover/50 ${CARD}`} /> : <PreviewCard preview={preview} />}
        </li>
      ))}
    </ul>
  );
}
