"use client";
import type { ReactNode } from "react";
import { Button, buttonClass } from "../ui/button";
import { Eye, SearchX, TriangleAlert } from "../ui/icons";
import { plainClick } from "./filters/chip-popover";

function Notice({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 pt-24 pb-12 text-center">
      <span aria-hidden className="grid size-11 place-items-center rounded-xl bg-hover text-faint">
        {icon}
      </span>
      <h2 className="mt-1 font-semibold text-[15px]">{title}</h2>
      {children}
    </div>
  );
}

/** Tells a viewer why there is nothing to post or to comment with. */
export function ReadOnly() {
  return (
    <span
      title="You are a viewer of this team: you read, search and export. Ask one of its admins to become a member."
      className="inline-flex items-center gap-1 text-faint text-xs"
    >
      <Eye className="size-3" />
      Read only
    </span>
  );
}

/** The filter lets nothing through; further down there may still be something when `canGoOn`. */
export function NothingMatches(props: { clearHref: string; onClear: () => void; canGoOn: boolean }) {
  return (
    <Notice
      icon={<SearchX className="size-5" />}
      title={props.canGoOn ? "Nothing found so far" : "No activity matches"}
    >
      <p className="max-w-sm text-soft">
        {props.canGoOn
          ? "The search stopped to stay fast. It can go on further back."
          : "Nothing in this team fits all of these filters. Fewer of them may find it."}
      </p>
      <a
        href={props.clearHref}
        onClick={plainClick(props.onClear)}
        className={buttonClass("quiet", "mt-2 px-3.5 py-1.5")}
      >
        Clear filters
      </a>
    </Notice>
  );
}

/** The list could not be read at all. */
export function CannotLoad({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <div role="alert">
      <Notice icon={<TriangleAlert className="size-5" />} title="The feed could not be loaded">
        <p className="max-w-sm text-soft">{error.message}</p>
        <Button look="primary" className="mt-2 px-3.5 py-1.5" onClick={onRetry}>
          Try again
        </Button>
      </Notice>
    </div>
  );
}
