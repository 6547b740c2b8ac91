"use client";
import { type RefObject, useRef } from "react";
import { Button, buttonClass } from "../ui/button";
import { Spinner } from "../ui/spinner";
import { plainClick } from "./filters/chip-popover";
import { sayDate } from "./list/say-time";
import { useNear } from "./scroll/use-near";
import { useZone } from "./time";
import type { More } from "./use-pages";

/** A search that found nothing goes on by itself this often; then the reader is asked. */
const MOST_VAIN = 5;
const TEXT = "flex flex-wrap items-center justify-center gap-x-3 gap-y-2 px-6 py-8 text-center text-[13px] text-faint";

export interface FeedEdgeProps {
  /** Address of the next page in this direction; null where the feed ends. */
  href: string | null;
  more: More;
  /** How many rows the list has. */
  count: number;
}

function Failed({ error, retry }: { error: Error; retry: () => void }) {
  return (
    <div role="alert" className={TEXT}>
      <span>More activity could not be loaded. {error.message}</span>
      <Button onClick={retry}>Try again</Button>
    </div>
  );
}

function MoreLink({ href, rel, more, label }: { href: string; rel: "next" | "prev"; more: More; label: string }) {
  return (
    <a
      href={href}
      rel={rel}
      aria-busy={more.isLoading}
      onClick={plainClick(() => {
        if (!more.isLoading) more.load();
      })}
      className={buttonClass("quiet", "px-3.5 py-1.5")}
    >
      {more.isLoading && <Spinner />}
      {more.isLoading ? "Loading…" : label}
    </a>
  );
}

/** Loads more when the reader is near the element of the ref, unless the list was asked too often in a row and has not become longer. */
function useMoreWhenNear({ href, more, count }: FeedEdgeProps): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  const asked = useRef({ count, times: 0 });
  if (asked.current.count !== count) asked.current = { count, times: 0 };
  const isPatient = asked.current.times < MOST_VAIN;
  useNear(root, href !== null && !more.isLoading && more.error === undefined && isPatient, href, () => {
    asked.current.times += 1;
    more.load();
  });
  return root;
}

/** What stands under the rows: more, which comes by itself when the reader is near; how far the search went; an error with another try; or the end. */
export function FeedEnd({ searchedBackTo, ...edge }: FeedEdgeProps & { searchedBackTo: string | undefined }) {
  const { href, more } = edge;
  const zone = useZone();
  const root = useMoreWhenNear(edge);
  if (more.error !== undefined) return <Failed error={more.error} retry={more.retry} />;
  if (href === null) return <p className={TEXT}>That is everything.</p>;
  const label = searchedBackTo === undefined ? "Load more" : "Continue";
  return (
    <div ref={root} className={TEXT}>
      {searchedBackTo !== undefined && <span>Searched back to {sayDate(Date.parse(searchedBackTo), zone)}.</span>}
      <MoreLink href={href} rel="next" more={more} label={label} />
    </div>
  );
}

/** What stands above the rows of a page further down: what is newer, which comes by itself when the reader is near. */
export function FeedStart(edge: FeedEdgeProps) {
  const { href, more } = edge;
  const root = useMoreWhenNear(edge);
  if (more.error !== undefined) return <Failed error={more.error} retry={more.retry} />;
  if (href === null) return null;
  return (
    <div ref={root} className={TEXT}>
      <MoreLink href={href} rel="prev" more={more} label="Newer activity" />
    </div>
  );
}
