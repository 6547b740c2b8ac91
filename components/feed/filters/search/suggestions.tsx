"use client";
import { type Filter, parseEntity, type ValueField } from "@/activity/filter";
import type { WrittenValue } from "@/activity/search/syntax";
import { Avatar } from "../../../ui/avatar";
import { Bdi } from "../../../ui/bdi";
import { sourceName } from "../../list/facts";
import { groupRows, typeRows } from "../options/type-rows";
import { TypeTile } from "../options/type-tile";
import { type Option, sayCount, useOptions } from "../options/use-options";
import { useSettled } from "../use-settled";

const MOST = 7;

/** The fields whose values are suggested by name. */
const SUGGESTED = ["type", "group", "actor", "entity", "source"] as const satisfies readonly ValueField[];
type Suggested = (typeof SUGGESTED)[number];

/** The field of an operator whose values can be suggested; null for another. */
export function suggestedField(written: WrittenValue | null): Suggested | null {
  return SUGGESTED.find((field) => field === written?.name) ?? null;
}

interface Suggestion extends Pick<Option, "value"> {
  /** What it is called. */
  label: string;
  /** The value itself, where the label does not say it. */
  beside?: string;
  look: React.ReactNode;
  count: string | null;
}

/** The suggestions for what is written of a field's value, most frequent first. */
function suggestionsOf(field: Suggested, part: string, options: readonly Option[], isLoading: boolean): Suggestion[] {
  if (field === "type" || field === "group") {
    const rows = field === "type" ? typeRows(part, options, [], !isLoading) : groupRows(part, options, !isLoading);
    return rows
      .toSorted((one, other) => (other.counted?.count ?? 0) - (one.counted?.count ?? 0))
      .map(({ value, label, look, counted }) => ({
        ...{ value, label, count: counted && sayCount(counted) },
        ...(label.toLowerCase() !== value && { beside: value }),
        look: look && <TypeTile {...look} />,
      }));
  }
  return options
    .filter(({ value }) => value !== "")
    .map((option) => ({
      value: option.value,
      label: field === "source" ? (sourceName(option.name) ?? "API") : option.name,
      ...(field === "entity" && { beside: parseEntity(option.value)?.type ?? option.value }),
      look: field === "actor" ? <Avatar name={option.name} url={option.avatarUrl} /> : null,
      count: sayCount(option),
    }));
}

export interface SuggestionsProps {
  team: string;
  filter: Filter;
  field: Suggested;
  /** What is written of the value. */
  part: string;
  onPick: (value: string) => void;
}

/** Values of a field that what is written may become, each with how many activities it would show. */
export function Suggestions({ team, filter, field, part, onPick }: SuggestionsProps) {
  const { options, isLoading } = useOptions(team, filter, field, useSettled(part, 150));
  const shown = suggestionsOf(field, part, options, isLoading).slice(0, MOST);
  return (
    <>
      <p role="status" className="sr-only">
        {!isLoading && shown.length > 0 && `${shown.length} suggestions, arrow down to choose`}
      </p>
      {shown.map(({ value, label, beside, look, count }) => (
        <button
          key={value}
          type="button"
          data-suggestion={value}
          onClick={() => onPick(value)}
          className="flex w-full min-w-0 items-center gap-2 rounded-md px-2 py-[5px] text-left hover:bg-hover focus-visible:bg-hover"
        >
          {look}
          <span className="truncate">
            <Bdi>{label}</Bdi>
          </span>
          {beside !== undefined && (
            <bdi className="min-w-0 shrink-[2] truncate font-mono text-[11.5px] text-faint">{beside}</bdi>
          )}
          <span className="ml-auto shrink-0 pl-2 text-[11.5px] text-faint tabular-nums">{count}</span>
        </button>
      ))}
    </>
  );
}
