// A shared link's page in the browser: the server's page, continued by older pages and, when it is live, by the stream.
"use client";
import { ConnectionBadge } from "../feed/connection-badge";
import { FeedEnd } from "../feed/feed-end";
import { FeedList } from "../feed/feed-list";
import { NewPill } from "../feed/new-pill";
import { CannotLoad } from "../feed/notices";
import { KeepScroll } from "../feed/scroll/keep-scroll";
import { scrollToTop } from "../feed/scroll/use-is-at-top";
import { TimeProvider } from "../feed/time";
import { TroubleCard } from "../feed/trouble/trouble-card";
import { useListing, useSentPage } from "../feed/use-listing";
import { SharedBanner, type SharedView } from "./shared-banner";

export interface SharedFeedProps {
  view: SharedView;
  /** The page of the list that the server read, an `ActivityPage` in JSON. */
  initialPage: string;
  /** The place of the address; null for the top. */
  cursor: string | null;
  /** When the server rendered, milliseconds. */
  now: number;
}

/** What a shared link shows, to read only. */
export function SharedFeed({ now, ...props }: SharedFeedProps) {
  return (
    <TimeProvider now={now}>
      <SharedRoot {...props} />
    </TimeProvider>
  );
}

/** The same page at another place of its list. */
function hrefOf({ path, isLive }: SharedView, cursor: string | null): string {
  const params = new URLSearchParams(isLive ? { live: "1" } : {});
  if (cursor !== null) params.set("cursor", cursor);
  const search = params.toString();
  return search === "" ? path : `${path}?${search}`;
}

function SharedRoot({ view, initialPage, cursor }: Omit<SharedFeedProps, "now">) {
  const place = { query: view.isLive ? "live=1" : "", cursor };
  const feed = useListing(view.api, place, { ...place, page: useSentPage(initialPage) }, view.isLive);
  const { list, pages, nextCursor } = feed;
  const isEmpty = list.items.length === 0;
  return (
    <main className="mx-auto min-h-dvh max-w-[860px]">
      <header className="feed-head sticky top-0 z-20 border-line border-b bg-bg px-3.5 py-3 sm:px-6">
        <SharedBanner view={view} status={view.isLive && !feed.isApart ? <ConnectionBadge {...feed.live} /> : null} />
        <div className="feed-hanging absolute inset-x-0 top-full">
          <TroubleCard
            live={feed.live}
            isFollowed={view.isLive && !feed.isApart}
            canPost={false}
            isWaiting={feed.isStale && pages.older.error === undefined}
            onRetry={pages.older.retry}
          />
          <div className="relative">
            <NewPill count={list.held} onShow={scrollToTop} />
          </div>
        </div>
      </header>
      {feed.isApart && (
        <p className="px-6 pt-4 text-center text-[13px] text-soft">
          This is an older page.{" "}
          <a href={hrefOf(view, null)} className="text-accent underline underline-offset-2">
            Go to the top
          </a>
        </p>
      )}
      <div aria-busy={feed.isStale} className={feed.isStale && pages.older.error === undefined ? "opacity-50" : ""}>
        <KeepScroll version={list.items} isAtTop={feed.isAtTop}>
          {feed.isStale && pages.older.error !== undefined ? (
            <CannotLoad error={pages.older.error} onRetry={pages.older.retry} />
          ) : (
            <FeedList
              items={list.items}
              selectedId={null}
              arrived={feed.arrived}
              permalinkOf={({ seq }) => `#link-${seq}`}
              isWhole={nextCursor === null && !feed.isApart}
            />
          )}
        </KeepScroll>
        {isEmpty && nextCursor === null ? (
          <p className="px-6 pt-24 text-center text-soft">
            {view.isLive
              ? "Nothing yet. What happens appears here by itself."
              : "There was nothing here at that moment."}
          </p>
        ) : (
          <FeedEnd
            href={nextCursor === null ? null : hrefOf(view, nextCursor)}
            more={pages.older}
            count={list.items.length}
            searchedBackTo={feed.searchedBackTo}
          />
        )}
      </div>
    </main>
  );
}
