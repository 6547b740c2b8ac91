"use client";
import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { type Filter, parseFilter, QUERY_BYTES } from "@/activity/filter";
import { Search, X } from "../../../ui/icons";
import { later } from "../../../ui/later";
import type { SetFilter } from "../use-filter";
import { searchLanguage, useSearchText } from "./use-search-text";

// Nobody needs it before the box is used.
const SearchPanel = later(() => import("./search-panel").then(({ SearchPanel }) => SearchPanel));

export interface SearchBoxProps {
  team: string;
  filter: Filter;
  setFilter: SetFilter;
  /** Names seen in the feed, by actor id. */
  names: ReadonlyMap<string, string>;
}

/** The search box. Words search; `type:…`, `actor:…` and the like become chips once they are finished. */
export function SearchBox({ team, filter, setFilter, names }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [caret, setCaret] = useState(0);
  const { text, faults, change, send, put } = useSearchText({ team, filter, setFilter, names, input });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      // The next one closes what is around it.
      event.preventDefault();
      if (text === "") input.current?.blur();
      else change("");
    } else if (event.key === "Enter") {
      event.preventDefault();
      send(text);
    } else if (event.key === "ArrowDown") {
      const first = box.current?.querySelector<HTMLElement>("[data-search-panel] button");
      if (first) event.preventDefault();
      first?.focus();
    }
  };
  const onBlur = (event: FocusEvent) => {
    if (box.current?.contains(event.relatedTarget)) return;
    setIsOpen(false);
    if (text.trim() !== "") send(text);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only sees when the focus leaves the box and its panel
    <div
      ref={box}
      onPointerEnter={() => {
        SearchPanel.prepare();
        searchLanguage.prepare();
      }}
      onFocus={() => {
        searchLanguage.prepare();
        setIsOpen(true);
      }}
      onBlur={onBlur}
      className="relative flex min-w-[180px] flex-1 basis-full items-center sm:basis-0"
    >
      <Search className="pointer-events-none absolute left-2.5 size-3.5 text-faint" />
      <input
        ref={input}
        type="search"
        name="q"
        value={text}
        maxLength={QUERY_BYTES}
        onChange={(event) => {
          setIsOpen(true);
          setCaret(event.target.selectionStart ?? event.target.value.length);
          change(event.target.value);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
        onKeyDown={onKeyDown}
        placeholder="Search activity…"
        aria-label="Search activity"
        aria-keyshortcuts="/"
        aria-invalid={faults.length > 0 || undefined}
        aria-describedby={faults.length > 0 && isOpen ? "search-faults" : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="auto"
        className="peer w-full rounded-lg border border-line bg-panel py-1.5 pr-8 pl-8 outline-offset-0 placeholder:text-faint aria-invalid:border-red"
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
            change("");
            input.current?.focus();
          }}
          className="needs-script absolute right-1.5 grid size-6 place-items-center rounded-full text-faint hover:bg-hover hover:text-ink"
        >
          <X className="size-3.5" />
        </button>
      )}
      {isOpen && (
        <SearchPanel
          team={team}
          filter={filter}
          text={text}
          caret={caret}
          faults={faults}
          onSelectPart={({ start, end }) => {
            input.current?.focus();
            input.current?.setSelectionRange(start, end);
          }}
          onPut={(next, at) => {
            input.current?.focus();
            put(next, at);
          }}
          onRecent={(query) => {
            setFilter(parseFilter(new URLSearchParams(query)), "push");
            setIsOpen(false);
          }}
          onClose={() => {
            input.current?.focus();
            setIsOpen(false);
          }}
        />
      )}
    </div>
  );
}
