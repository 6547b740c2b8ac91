"use client";
import { LoaderCircle } from "lucide-react";
import { Button, buttonClass } from "../ui/button";
import { plainClick } from "./filters/chip-popover";
import { sayDate } from "./list/say-time";
import { useZone } from "./time";

export interface FeedEndProps {
  /** Address of the next older page; null at the end of the feed. */
  olderHref: string | null;
  /** Set when the search stopped at this time to stay fast. */
  searchedBackTo: string | undefined;
  isLoading: boolean;
  error: Error | undefined;
  onMore: () => void;
  onRetry: () => void;
}

/** What stands under the rows: more, how far the search went, an error with another try, or the end. */
export function FeedEnd({ olderHref, searchedBackTo, isLoading, error, onMore, onRetry }: FeedEndProps) {
  const zone = useZone();
  const text =
    "flex flex-wrap items-center justify-center gap-x-3 gap-y-2 px-6 py-8 text-center text-[13px] text-faint";
  if (error !== undefined) {
    return (
      <div role="alert" className={text}>
        <span>Older activity could not be loaded. {error.message}</span>
        <Button onClick={onRetry}>Try again</Button>
      </div>
    );
  }
  if (olderHref === null) return <p className={text}>That is everything.</p>;
  const label = searchedBackTo === undefined ? "Load more" : "Continue";
  return (
    <div className={text}>
      {searchedBackTo !== undefined && <span>Searched back to {sayDate(Date.parse(searchedBackTo), zone)}.</span>}
      <a
        href={olderHref}
        rel="next"
        aria-busy={isLoading}
        onClick={plainClick(() => {
          if (!isLoading) onMore();
        })}
        className={buttonClass("quiet", "px-3.5 py-1.5")}
      >
        {isLoading && <LoaderCircle className="size-3.5 animate-spin" aria-hidden />}
        {isLoading ? "Loading…" : label}
      </a>
    </div>
  );
}
