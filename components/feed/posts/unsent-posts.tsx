"use client";
import Link from "next/link";
import { useEffect } from "react";
import type { Activity } from "@/activity/activity";
import { Spinner } from "../../ui/spinner";
import { useSettled } from "../filters/use-settled";
import { dropPost, type Pending, retryPost, usePending } from "./pending";

const SEEN_MS = 7_000;
const ARRIVES_MS = 1_500;
const ACTION = "text-accent underline underline-offset-2";

/** Takes what was stored away once the list has it, or, where its filter leaves it out, after it was said for a while. */
function useTidy(place: string, pending: readonly Pending[], items: readonly Activity[]): void {
  useEffect(() => {
    const stored = pending.filter(({ state }) => state === "stored");
    const isListed = ({ activity }: Pending) => items.some(({ id }) => id === activity?.id);
    for (const one of stored.filter(isListed)) dropPost(place, one.key);
    const timers = stored.filter((one) => !isListed(one)).map(({ key }) => setTimeout(dropPost, SEEN_MS, place, key));
    return () => timers.forEach(clearTimeout);
  }, [place, pending, items]);
}

function sayState({ reason, post }: Pending, shown: Pending["state"]): string {
  const what = post.kind === "status" ? "status" : "note";
  if (shown === "failed") return `Your ${what} was not posted. ${reason ?? ""}`;
  if (shown === "waiting") return `You are offline. Your ${what} is kept, and sent when you are back.`;
  return shown === "sending" ? `Posting your ${what}…` : `Your ${what} is in the feed, outside of this view.`;
}

function Line({ team, place, pending }: { team: string; place: string; pending: Pending }) {
  // The stream brings most of them a moment after the answer: until then it is not said that they are elsewhere.
  const settled = useSettled(pending.state, ARRIVES_MS);
  const shown = pending.state === "stored" && settled !== "stored" ? "sending" : pending.state;
  return (
    <li className="animate-appear rounded-[9px] border border-line bg-panel px-3 py-2 text-[13px]">
      <p
        role={shown === "failed" ? "alert" : "status"}
        className={`flex flex-wrap items-center gap-x-2.5 ${shown === "failed" ? "text-red" : "text-soft"}`}
      >
        {shown === "sending" && <Spinner />}
        {sayState(pending, shown)}
        {shown === "stored" && pending.activity !== null && (
          <Link href={`/${team}/activities/${pending.activity.id}`} prefetch={false} className={ACTION}>
            Show it
          </Link>
        )}
        {shown === "failed" && (
          <button type="button" onClick={() => retryPost(place, pending)} className={ACTION}>
            Try again
          </button>
        )}
        {(shown === "failed" || shown === "waiting") && (
          <button type="button" onClick={() => dropPost(place, pending.key)} className={ACTION}>
            Discard
          </button>
        )}
      </p>
      {pending.post.text !== "" && (
        <p dir="auto" className="line-clamp-3 whitespace-pre-line text-ink">
          {pending.post.text}
        </p>
      )}
    </li>
  );
}

/** What the reader posted to the feed and the list does not show: on its way, failed, or outside of the filter. */
export function UnsentPosts({ team, place, items }: { team: string; place: string; items: readonly Activity[] }) {
  const pending = usePending(place);
  useTidy(place, pending, items);
  if (pending.length === 0) return null;
  return (
    <ul className="mx-3.5 mt-3 grid gap-2 sm:mx-6">
      {pending.map((one) => (
        <Line key={one.key} team={team} place={place} pending={one} />
      ))}
    </ul>
  );
}
