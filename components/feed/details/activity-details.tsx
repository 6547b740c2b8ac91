import Link from "next/link";
import type { ReactNode } from "react";
import type { Activity } from "@/activity/activity";
import { formatEntity } from "@/activity/filter";
import { isJsonObject } from "@/activity/json";
import { threadOf } from "@/activity/thread";
import { MarkButtons } from "../../marks/mark-buttons";
import { buttonClass } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { ArrowUpRight } from "../../ui/icons";
import { TILE } from "../colors";
import { feedHref } from "../filters/change-filter";
import { quoteOf, safeUrl, sourceName } from "../list/facts";
import { sayDelay } from "../list/say-time";
import { mentionsOf } from "../posts/shown-mentions";
import { Quote } from "../quote";
import { Exactly } from "../time";
import { Changes } from "./changes";
import { changesOf } from "./changes-of";
import { CopyLink } from "./copy-link";
import { Media } from "./media";
import { mediaOf } from "./media-of";
import { MetadataTree } from "./metadata/metadata-tree";
import { LinkPreviews } from "./previews/link-previews";

/** Of a text that is longer, the metadata has the rest. */
const MOST_WORDS = 6_000;

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}

/** A way to the feed with a filter set. */
function FeedLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <>
      {" "}
      <Link
        href={href}
        prefetch={false}
        data-feed
        className="whitespace-nowrap py-1 text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
      >
        {children}
      </Link>
    </>
  );
}

function isBlank(activity: Activity): boolean {
  const { metadata } = activity;
  return metadata === null || (isJsonObject(metadata) && Object.keys(metadata).length === 0);
}

/** Says of an activity that the feed holds it no longer, and where to find what took its place. */
function HiddenNote({ team, successor }: { team: string; successor: string | undefined }) {
  return (
    <p role="note" className="border-amber border-l-[3px] bg-amber/8 px-3.5 py-2">
      <b className="font-semibold">The feed does not show this any more.</b>{" "}
      {successor === undefined ? (
        "It was withdrawn. It stays here as it was stored."
      ) : (
        <>
          It was corrected, and stays here as it was stored.{" "}
          <a href={`/${team}/activities/${successor}`} className="text-accent underline underline-offset-2">
            How it is told now
          </a>
        </>
      )}
    </p>
  );
}

/** Everything known about one activity. Renders without a script; used by the side panel and by its own page. */
export function ActivityDetails(props: {
  team: string;
  activity: Activity;
  title: ReactNode;
  /** What people say about it. */
  comments: ReactNode;
}) {
  const { team, activity, title, comments } = props;
  const thread = threadOf(activity);
  const url = safeUrl(activity.entityUrl);
  const quote = quoteOf(activity, MOST_WORDS);
  const source = sourceName(activity.source) ?? "API";
  const actor = feedHref(team, { actor: { any: [activity.actorId], not: [] } });
  const entity = feedHref(team, { entity: { any: [formatEntity(activity.entityType, activity.entityKey)], not: [] } });
  return (
    <div className="grid gap-3.5 [overflow-wrap:anywhere]">
      {activity.hiddenSeq !== undefined && <HiddenNote team={team} successor={activity.supersededBy} />}
      <div className="flex gap-3">
        <Icon name={activity.icon} className={`feed-tile shrink-0 ${TILE[activity.color]}`} />
        <div className="min-w-0">
          {title}
          <p className="mt-0.5 flex flex-wrap gap-x-2 text-faint text-xs">
            <span>
              {source} · {activity.eventType}
            </span>
            {activity.isImportant && <span className="font-semibold text-amber">Important</span>}
          </p>
        </div>
      </div>
      <dl className="grid grid-cols-[90px_minmax(0,1fr)] gap-x-2.5 gap-y-1.5 text-[13px]">
        <Term name="When">
          <Exactly iso={activity.timestamp} />
        </Term>
        <Term name="Who">
          <bdi>{activity.actorName}</bdi>
          {activity.actorKind !== "user" && <span className="text-faint"> · {activity.actorKind}</span>}
          <FeedLink href={actor}>
            {activity.actorKind === "user" ? "Everything they did" : "Everything it did"}
          </FeedLink>
        </Term>
        <Term name="Entity">
          {activity.entityType} · <bdi>{activity.entityName}</bdi>
          <FeedLink href={entity}>Its timeline</FeedLink>
        </Term>
        {activity.entityReference !== null && (
          <Term name="Reference">
            <bdi>{activity.entityReference}</bdi>
          </Term>
        )}
        {activity.supersedes !== undefined && (
          <Term name="Corrects">
            <a href={`/${team}/activities/${activity.supersedes}`} className="hover:underline">
              what it was told as before
            </a>
          </Term>
        )}
        <Term name="Received">{sayDelay(Date.parse(activity.receivedAt) - Date.parse(activity.timestamp))}</Term>
      </dl>
      <div className="flex flex-wrap gap-2">
        {url !== null && (
          <a href={url} target="_blank" rel="noopener noreferrer" className={buttonClass("quiet")}>
            Open {activity.entityReference ?? activity.entityType}
            <ArrowUpRight className="size-3.5" />
          </a>
        )}
        {thread !== activity.id && (
          <Link href={`/${team}/activities/${thread}`} prefetch={false} className={buttonClass("quiet")}>
            What it is about
          </Link>
        )}
        <CopyLink path={`/${team}/activities/${activity.id}`} />
        <MarkButtons activity={activity} />
      </div>
      {quote !== null && (
        <blockquote dir="auto" className="whitespace-pre-line border-line border-l-2 py-0.5 pl-2.5 text-soft">
          <Quote text={quote} people={mentionsOf(activity)} />
        </blockquote>
      )}
      <Media key={`media-${activity.id}`} media={mediaOf(activity)} />
      <LinkPreviews key={`previews-${activity.id}`} team={team} activity={activity} />
      <Changes changes={changesOf(activity)} />
      {!isBlank(activity) && <MetadataTree key={activity.id} metadata={activity.metadata} />}
      {comments}
    </div>
  );
}
