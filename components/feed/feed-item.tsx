"use client";
import { memo, type ReactNode, useEffect, useState } from "react";
import type { Activity } from "@/activity/activity";
import { BookmarkButton } from "../marks/bookmark-button";
import { Icon } from "../ui/icon";
import { NewLine } from "../views/new-line";
import { TILE } from "./colors";
import { markName, useHitFinder } from "./highlight/hits";
import { entityLink, factsOf, imageOf, quoteOf } from "./list/facts";
import { createSlides } from "./list/slides";
import { mentionsOf } from "./posts/shown-mentions";
import { Quote } from "./quote";
import { Sentence } from "./sentence";
import { When } from "./time";

function Meta({ activity, permalink }: { activity: Activity; permalink: string }) {
  const find = useHitFinder();
  const facts = factsOf(activity);
  const { entityReference, isImportant } = activity;
  if (facts.length === 0 && entityReference === null && !isImportant) return null;
  return (
    <div className="feed-meta">
      {isImportant && <span className="font-semibold text-amber">Important</span>}
      {entityReference !== null && (
        <a {...entityLink(activity, permalink)} dir="auto" className="-my-1 py-1 text-soft hover:underline">
          {markName(entityReference, find)}
        </a>
      )}
      {facts.map((fact) => (
        <bdi key={fact}>{markName(fact, find)}</bdi>
      ))}
    </div>
  );
}

function Picture({ url }: { url: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label="Open the picture"
      className="mt-2 block h-[120px] w-[280px] max-w-full overflow-hidden rounded-[10px] border border-line bg-linear-120 from-hover to-accent-soft"
    >
      {/* biome-ignore lint/performance/noImgElement: any host may serve a screenshot, and ours must not fetch it */}
      <img src={url} alt="" loading="lazy" referrerPolicy="no-referrer" className="size-full object-cover object-top" />
    </a>
  );
}

interface BodyProps {
  activity: Activity;
  permalink: string;
  isSelected: boolean;
  hasArrived: boolean;
  children?: ReactNode;
}

const sentenceId = ({ seq }: Activity) => `sentence-${seq}`;

/** Icon tile, sentence, facts, the words of a comment, a screenshot, and the time as the link to its own page. */
const ItemBody = memo(function ItemBody({ activity, permalink, isSelected, hasArrived, children }: BodyProps) {
  const quote = quoteOf(activity);
  const image = imageOf(activity);
  const timeId = `time-${activity.seq}`;
  return (
    <div className={`feed-row${isSelected ? " border-accent bg-hover" : ""}${hasArrived ? " feed-row-new" : ""}`}>
      <Icon name={activity.icon} className={`feed-tile ${TILE[activity.color]}`} />
      <div className="min-w-0">
        <p id={sentenceId(activity)} dir="auto" className="feed-sentence">
          <Sentence activity={activity} permalink={permalink} />
        </p>
        {quote !== null && (
          <blockquote
            dir="auto"
            className="mt-1.5 line-clamp-6 whitespace-pre-line border-line border-l-2 py-0.5 pl-2.5 text-soft"
          >
            <Quote text={quote} people={mentionsOf(activity)} />
          </blockquote>
        )}
        <Meta activity={activity} permalink={permalink} />
        {image !== null && <Picture url={image} />}
        {children}
      </div>
      <div className="feed-row-end">
        <a
          href={permalink}
          data-permalink
          data-row
          id={`link-${activity.seq}`}
          aria-labelledby={`${timeId} ${sentenceId(activity)}`}
          className="feed-row-link"
        >
          <When iso={activity.timestamp} id={timeId} />
        </a>
        <BookmarkButton id={activity.id} describedBy={sentenceId(activity)} />
      </div>
    </div>
  );
});

// What came once does not slide in again when its row is scrolled back into the list.
const seen = new WeakSet<Activity>();
const slidesNow = createSlides();

/** Where a row stands in a long list. */
export interface RowPlace {
  index?: number;
  /** Of all rows; -1 while more can be loaded. */
  size?: number;
  /** The ref of the row's element, which bears its index. */
  measure?: (row: Element | null) => void;
  /** The day that begins with this row; null when it has begun. */
  day?: string | null;
  /** Whether what is new since the last visit ends above this row. */
  isBelowLine?: boolean;
}

export interface FeedItemProps extends BodyProps, RowPlace {
  /** The activity stands for several, of which `children` tell. */
  isFold?: boolean;
  below?: ReactNode;
}

/** One row of the feed, an article of it with all that belongs to it. */
export const FeedItem = memo(function FeedItem(props: FeedItemProps) {
  const { isFold, index, size, measure, day = null, isBelowLine, below, hasArrived, ...body } = props;
  const { activity } = body;
  const [isNew] = useState(() => hasArrived && !seen.has(activity) && slidesNow(performance.now()));
  useEffect(() => {
    if (hasArrived) seen.add(activity);
  }, [hasArrived, activity]);
  return (
    <article
      ref={measure}
      data-index={index}
      data-activity={activity.id}
      data-fold={isFold || undefined}
      aria-labelledby={sentenceId(activity)}
      aria-posinset={index === undefined ? undefined : index + 1}
      aria-setsize={size}
    >
      {isBelowLine && <NewLine />}
      {day !== null && <h2 className="px-3.5 pt-[22px] pb-1.5 font-semibold text-faint text-xs sm:px-[26px]">{day}</h2>}
      <ItemBody {...body} hasArrived={isNew} />
      {below}
    </article>
  );
});
