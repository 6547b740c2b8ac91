"use client";
import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { type Filter, QUERY_BYTES } from "@/activity/filter";
import { without } from "./change-filter";
import type { SetFilter } from "./use-filter";

const SETTLE_MS = 200;

/** The search box: writes `q` once typing has paused. One search is one place in the browser's history. */
export function SearchBox({ filter, setFilter }: { filter: Filter; setFilter: SetFilter }) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const q = filter.q ?? "";
  const [text, setText] = useState(q);
  const [seen, setSeen] = useState(q);
  const [sent, setSent] = useState(q);
  if (q !== seen) {
    setSeen(q);
    // The address changed by something else than this box: back, forward or "Clear filters".
    if (q !== sent) {
      setSent(q);
      setText(q);
    }
  }

  const send = (value: string) => {
    const next = value.trim() === "" ? "" : value;
    if (next === q) return;
    setSent(next);
    setFilter(
      next === "" ? without(filter, "q") : { ...filter, q: next },
      (next === "") === (q === "") ? "replace" : "push",
    );
  };
  const sendLatest = useRef(send);
  useEffect(() => {
    sendLatest.current = send;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (value: string, wait: number) => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => sendLatest.current(value), wait);
  };

  return (
    <div className="relative flex min-w-[180px] flex-1 basis-full items-center sm:basis-0">
      <Search className="pointer-events-none absolute left-2.5 size-3.5 text-faint" aria-hidden />
      <input
        ref={input}
        type="search"
        name="q"
        value={text}
        maxLength={QUERY_BYTES}
        onChange={(event) => change(event.target.value, SETTLE_MS)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && text !== "") change("", 0);
          else if (event.key === "Escape") input.current?.blur();
          else if (event.key === "Enter") {
            event.preventDefault();
            change(text, 0);
          }
        }}
        placeholder="Search activity…"
        aria-label="Search activity"
        aria-keyshortcuts="/"
        autoComplete="off"
        dir="auto"
        className="peer w-full rounded-lg border border-line bg-panel py-1.5 pr-8 pl-8 outline-offset-0 placeholder:text-faint"
      />
      {text === "" ? (
        <kbd
          aria-hidden
          className="needs-script pointer-events-none absolute right-2.5 hidden rounded border border-line px-1 font-mono text-[11px] text-faint peer-focus:hidden sm:block"
        >
          /
        </kbd>
      ) : (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => {
            change("", 0);
            input.current?.focus();
          }}
          className="needs-script absolute right-1.5 grid size-6 place-items-center rounded-full text-faint hover:bg-hover hover:text-ink"
        >
          <X className="size-3.5" aria-hidden />
        </button>
      )}
    </div>
  );
}
