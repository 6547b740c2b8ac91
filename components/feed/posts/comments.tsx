"use client";
import Link from "next/link";
import { useRef } from "react";
import useSWR from "swr";
import type { Activity, ActivityPage } from "@/activity/activity";
import { isJsonObject } from "@/activity/json";
import { useShortcut } from "../../keyboard/use-shortcut";
import { Avatar } from "../../ui/avatar";
import { Button } from "../../ui/button";
import { KeepFocus } from "../../ui/keep-focus";
import { Bone, Skeleton } from "../../ui/skeleton";
import { feedHref } from "../filters/change-filter";
import { Quote } from "../quote";
import { requestPage } from "../request";
import { When } from "../time";
import { SlowLine } from "../trouble/slow-line";
import { useDraft } from "./draft";
import { commentsFilter, commentsQuery, listComments, MOST_COMMENTS } from "./list-comments";
import { MentionField } from "./mention-field";
import { listMentioned } from "./mentions";
import { dropPost, type Pending, retryPost, sendPost, usePending } from "./pending";
import { mentionsOf } from "./shown-mentions";
import { useMembers } from "./use-members";

const POLL_MS = 8_000;
const NONE: readonly Activity[] = [];

export interface CommentsProps {
  team: string;
  /** The id of the activity that the comments are on. */
  thread: string;
  /** Viewers read only. */
  canPost: boolean;
  /** What the feed's stream brought: comments among it are shown at once. What its filter leaves out is asked for. */
  live?: readonly Activity[];
  /** The comments that the server read with the page. */
  initial?: ActivityPage;
}

function bodyOf({ metadata, message }: Activity): string {
  return isJsonObject(metadata) && typeof metadata.body === "string" ? metadata.body : message;
}

function Comment({ team, activity }: { team: string; activity: Activity }) {
  return (
    <li className="flex gap-2.5">
      <span className="pt-px">
        <Avatar name={activity.actorName} url={activity.actorAvatarUrl} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap gap-x-2">
          <b className="font-semibold">
            <bdi>{activity.actorName}</bdi>
          </b>
          <Link
            href={`/${team}/activities/${activity.id}`}
            prefetch={false}
            className="text-faint text-xs hover:underline"
          >
            <When iso={activity.timestamp} />
          </Link>
        </p>
        <p dir="auto" className="whitespace-pre-line text-soft">
          <Quote text={bodyOf(activity)} people={mentionsOf(activity)} />
        </p>
      </div>
    </li>
  );
}

function sayUnsent({ state, reason }: Pending): string | null {
  if (state === "waiting") return "Kept, and sent when you are back online.";
  return state === "failed" ? reason : "Sending…";
}

function Unsent({ place, pending }: { place: string; pending: Pending }) {
  const hasFailed = pending.state === "failed";
  return (
    <li className="pl-[30px]">
      <p dir="auto" className={`whitespace-pre-line ${hasFailed ? "text-soft" : "text-faint"}`}>
        {pending.post.text}
      </p>
      <p role={hasFailed ? "alert" : "status"} className="mt-0.5 flex flex-wrap items-center gap-2 text-xs">
        <span className={hasFailed ? "text-red" : "text-faint"}>{sayUnsent(pending)}</span>
        {hasFailed && (
          <button type="button" onClick={() => retryPost(place, pending)} className="text-accent underline">
            Try again
          </button>
        )}
        {pending.state !== "sending" && (
          <button type="button" onClick={() => dropPost(place, pending.key)} className="text-soft underline">
            Discard
          </button>
        )}
      </p>
    </li>
  );
}

/** The comments on an activity, and the field for one more. */
export function Comments({ team, thread, canPost, live = NONE, initial }: CommentsProps) {
  const place = `${team}/${thread}`;
  const path = `/api/teams/${team}/activities?${commentsQuery(thread)}`;
  const { data, error, isValidating, mutate } = useSWR<ActivityPage, Error>(path, (key: string) => requestPage(key), {
    refreshInterval: POLL_MS,
    ...(initial === undefined ? {} : { fallbackData: initial }),
  });
  const isWaiting = data === undefined && isValidating;
  const retry = () => void mutate();
  const pending = usePending(place);
  const stored = pending.flatMap(({ activity }) => (activity === null ? [] : [activity]));
  const comments = listComments(thread, data?.items ?? NONE, live, stored);
  return (
    <section aria-label="Comments" className="text-[13.5px]">
      <div className="mb-2 flex items-baseline gap-2 font-semibold text-[12px] text-faint">
        {comments.length === 0 ? "Comments" : `Comments (${comments.length})`}
        {isWaiting && (
          // In the heading's own line: most activities have no comments, and the field below must not move.
          <Skeleton label="Loading the comments…">
            <Bone className="w-24" />
          </Skeleton>
        )}
      </div>
      <KeepFocus>
        {!isWaiting && data === undefined && error !== undefined && (
          <div role="alert" className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-soft">
            <span>The comments could not be loaded. {error.message}</span>
            <Button onClick={retry}>Try again</Button>
          </div>
        )}
      </KeepFocus>
      <SlowLine isWaiting={isWaiting} onRetry={retry} />
      {comments.length >= MOST_COMMENTS && (
        <Link
          href={feedHref(team, commentsFilter(thread))}
          prefetch={false}
          data-feed
          className="text-accent underline"
        >
          All comments
        </Link>
      )}
      <ul className="grid gap-3">
        {comments.map((activity) => (
          <Comment key={activity.id} team={team} activity={activity} />
        ))}
        {pending
          .filter(({ state }) => state !== "stored")
          .map((one) => (
            <Unsent key={one.key} place={place} pending={one} />
          ))}
      </ul>
      {canPost ? (
        <Composer team={team} thread={thread} place={place} />
      ) : (
        comments.length === 0 && <p className="text-faint">Nobody has commented on this.</p>
      )}
    </section>
  );
}

function Composer({ team, thread, place }: { team: string; thread: string; place: string }) {
  const [text, setText] = useDraft(place);
  const field = useRef<HTMLTextAreaElement>(null);
  const people = useMembers(team, text.includes("@"));
  useShortcut("comment", () => {
    field.current?.scrollIntoView({ block: "center" });
    field.current?.focus({ preventScroll: true });
  });
  const send = () => {
    const body = text.trim();
    if (body === "") return;
    setText("");
    sendPost(place, team, { kind: "comment", activityId: thread, text: body, mentions: listMentioned(body, people) });
  };
  return (
    <form
      className="needs-script mt-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <MentionField
        label="Comment"
        placeholder="Comment, @ to mention"
        value={text}
        onChange={setText}
        people={people}
        onSubmit={send}
        side="above"
        fieldRef={field}
      />
      <div className="mt-2 flex items-center justify-end gap-3">
        <span className="hidden text-faint text-xs md:inline">Ctrl or ⌘ and Enter</span>
        <Button look="primary" type="submit" disabled={text.trim() === ""}>
          Comment
        </Button>
      </div>
    </form>
  );
}
