"use client";
import { type KeyboardEvent, useState } from "react";
import type { Filter } from "@/activity/filter";
import type { SearchFault } from "@/activity/search/parse-search";
import { quoteValue, writtenValue } from "@/activity/search/syntax";
import { CircleAlert, History } from "../../../ui/icons";
import { clearRecent, readRecent } from "./recent-searches";
import { Suggestions, suggestedField } from "./suggestions";

export interface SearchPanelProps {
  team: string;
  filter: Filter;
  /** What stands in the box. */
  text: string;
  /** Where the caret stands in it. */
  caret: number;
  faults: readonly SearchFault[];
  /** Selects the part of the text that cannot be used. */
  onSelectPart: (fault: SearchFault) => void;
  /** Takes a text in which what was being written is whole, and the caret behind that. */
  onPut: (text: string, caret: number) => void;
  /** Makes an earlier search again. */
  onRecent: (query: string) => void;
  onClose: () => void;
}

const ROW =
  "flex w-full min-w-0 items-center gap-2 rounded-md px-2 py-[5px] text-left hover:bg-hover focus-visible:bg-hover";

/** Arrow keys go from button to button; Escape goes back to the box. */
function moveFocus(event: KeyboardEvent<HTMLElement>, onClose: () => void): void {
  if (event.key === "Escape") {
    event.preventDefault();
    onClose();
    return;
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  const at = buttons.indexOf(
    document.activeElement instanceof HTMLElement ? document.activeElement : event.currentTarget,
  );
  buttons[(at + (event.key === "ArrowDown" ? 1 : buttons.length - 1)) % buttons.length]?.focus();
}

/** What opens under the search box: what it could not understand, recent searches, and the language of the box. */
export function SearchPanel(props: SearchPanelProps) {
  const { team, filter, text, caret, faults, onSelectPart, onPut, onRecent, onClose } = props;
  const [recent, setRecent] = useState(() => readRecent(team));
  const shown = text === "" ? recent : [];
  const written = writtenValue(text, caret);
  const field = suggestedField(written);
  if (faults.length === 0 && text !== "" && field === null) return null;
  const pick = (value: string) => {
    if (written === null) return;
    const before = `${text.slice(0, written.start)}${quoteValue(value)} `;
    onPut(before + text.slice(written.end).trimStart(), before.length);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between its buttons, which have their own
    <div
      data-search-panel
      onKeyDown={(event) => moveFocus(event, onClose)}
      className="absolute top-full left-0 z-40 mt-1.5 w-full min-w-[min(330px,calc(100vw-28px))] rounded-xl border border-line bg-panel p-1.5 text-[13px] shadow-pop motion-safe:animate-pop"
    >
      <div id="search-faults" role="alert">
        {faults.map((fault) => (
          <button
            key={`${fault.start} ${fault.message}`}
            type="button"
            onClick={() => onSelectPart(fault)}
            className={ROW}
          >
            <CircleAlert className="size-3.5 shrink-0 text-red" />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <bdi className="font-mono text-red">{fault.part}</bdi> {fault.message}.
            </span>
          </button>
        ))}
      </div>
      {field !== null && written !== null && (
        <Suggestions key={field} team={team} filter={filter} field={field} part={written.part} onPick={pick} />
      )}
      {shown.length > 0 && (
        <section aria-labelledby="recent-searches">
          <div className="flex items-baseline justify-between">
            <h3 id="recent-searches" className="px-2 pt-1 pb-0.5 font-semibold text-[11px] text-faint tracking-wide">
              Recent searches
            </h3>
            <button
              type="button"
              onClick={() => {
                clearRecent(team);
                setRecent([]);
                onClose();
              }}
              className="rounded px-2 text-[11.5px] text-faint hover:text-ink hover:underline"
            >
              Clear
            </button>
          </div>
          {shown.map(({ query, said }) => (
            <button key={query} type="button" onClick={() => onRecent(query)} className={ROW}>
              <History className="size-3.5 shrink-0 text-faint" />
              <bdi className="truncate">{said}</bdi>
            </button>
          ))}
        </section>
      )}
      {text === "" && (
        <p
          className={`px-2 py-1.5 text-[12px] text-faint leading-relaxed ${shown.length > 0 ? "mt-1 border-line border-t" : ""}`}
        >
          Words, <Sample>"exact words"</Sample>, <Sample>-word</Sample>, and <Sample>type:task.*</Sample>{" "}
          <Sample>actor:name</Sample> <Sample>entity:task:42</Sample> <Sample>source:github</Sample>{" "}
          <Sample>after:2026-11-01</Sample> <Sample>before:2026-12-01</Sample> <Sample>is:important</Sample>; a{" "}
          <Sample>-</Sample> before one excludes it.
        </p>
      )}
    </div>
  );
}

function Sample({ children }: { children: string }) {
  return <code className="whitespace-nowrap font-mono text-[11.5px] text-soft">{children}</code>;
}
